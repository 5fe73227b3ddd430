// DUTY7107
System.Reflection.Assembly.LoadFrom("/tmp/x.dll");
