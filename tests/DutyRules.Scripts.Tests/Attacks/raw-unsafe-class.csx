// DUTY7107
var x = System.Runtime.CompilerServices.Unsafe.As<string>(new object());
