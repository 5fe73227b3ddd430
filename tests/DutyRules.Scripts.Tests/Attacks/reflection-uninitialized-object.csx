// DUTY7107
var o = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(null!);
