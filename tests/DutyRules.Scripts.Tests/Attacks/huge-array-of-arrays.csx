// DUTY7007
var n = 40000;
var x = new long[n, n * 100];
