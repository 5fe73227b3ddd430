// DUTY7109
[System.Runtime.InteropServices.LibraryImport("libc")] static extern int getpid();
