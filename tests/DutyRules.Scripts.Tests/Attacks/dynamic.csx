// DUTY7110
dynamic d = "x";
Note(d.Length);
