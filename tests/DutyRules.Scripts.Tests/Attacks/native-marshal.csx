// DUTY7109
System.Runtime.InteropServices.Marshal.WriteByte(default, 1);
