// DUTY7104
foreach (var f in System.IO.Directory.GetFiles("/")) Note(f);
