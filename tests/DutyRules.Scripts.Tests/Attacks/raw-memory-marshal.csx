// DUTY7109
var s = System.Runtime.InteropServices.MemoryMarshal.AsBytes("x".AsSpan());
