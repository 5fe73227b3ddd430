// DUTY7111
class C { [System.Runtime.CompilerServices.ModuleInitializer] public static void Init() { } }
