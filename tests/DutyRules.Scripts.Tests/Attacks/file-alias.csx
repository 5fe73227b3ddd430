// DUTY7104
using F = System.IO.File;
Note(F.Exists("/etc/passwd"));
