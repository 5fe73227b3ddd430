// DUTY7006
var s = "x";
while (true) s = $"{s}{s}";
