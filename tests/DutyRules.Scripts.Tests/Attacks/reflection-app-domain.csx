// DUTY7107
foreach (var x in AppDomain.CurrentDomain.GetAssemblies()) Note(x);
