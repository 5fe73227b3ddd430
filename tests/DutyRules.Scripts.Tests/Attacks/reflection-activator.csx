// DUTY7107
var o = Activator.CreateInstance("System.Private.CoreLib", "System.Random");
