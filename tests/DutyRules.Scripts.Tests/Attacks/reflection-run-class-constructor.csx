// DUTY7107
System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(default);
