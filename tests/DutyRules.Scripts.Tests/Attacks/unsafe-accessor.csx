// DUTY7117
using System.Runtime.CompilerServices;
class C { [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "x")] extern static void F(object o); }
