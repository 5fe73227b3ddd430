// DUTY7108
var l = new Lazy<int>(() => 1);
