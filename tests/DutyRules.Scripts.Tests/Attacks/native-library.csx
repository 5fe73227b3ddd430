// DUTY7109
System.Runtime.InteropServices.NativeLibrary.Load("libc");
