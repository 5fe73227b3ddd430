// DUTY7109
using System.Runtime.InteropServices;
[DllImport("libc")] static extern int getpid();
Note(getpid());
