// DUTY7107
var m = new System.Reflection.Emit.DynamicMethod("f", null, null);
