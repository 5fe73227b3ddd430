// DUTY7104
var w = new System.IO.FileSystemWatcher("/tmp");
