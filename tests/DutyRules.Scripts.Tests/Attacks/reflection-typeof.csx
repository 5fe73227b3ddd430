// DUTY7107
var t = typeof(string).Assembly.GetType("System.IO.File");
