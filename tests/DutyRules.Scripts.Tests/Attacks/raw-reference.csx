// DUTY7109
int x = 1;
var r = __makeref(x);
