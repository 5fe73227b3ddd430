// DUTY7113
Note(StringComparer.CurrentCulture.Compare("a", "b"));
