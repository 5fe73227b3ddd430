// DUTY7104
var s = new System.IO.FileStream("/etc/passwd", System.IO.FileMode.Open);
