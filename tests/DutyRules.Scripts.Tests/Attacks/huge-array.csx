// DUTY7007
var x = new int[500_000_000];
