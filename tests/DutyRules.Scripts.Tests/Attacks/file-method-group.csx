// DUTY7104
Func<string, string> read = System.IO.File.ReadAllText;
Note(read("/etc/passwd"));
