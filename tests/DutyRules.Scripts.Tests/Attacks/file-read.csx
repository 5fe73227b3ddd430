// DUTY7104
Note(System.IO.File.ReadAllText("/etc/passwd"));
