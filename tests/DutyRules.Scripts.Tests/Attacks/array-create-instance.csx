// DUTY7107
var x = Array.CreateInstance(typeof(int), 5);
