// DUTY7005
var n = 0;
again: n++; goto again;
