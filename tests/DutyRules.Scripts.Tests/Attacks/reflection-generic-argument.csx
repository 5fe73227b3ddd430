// DUTY7107
var list = new List<Type>();
