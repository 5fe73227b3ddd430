// DUTY7006
int[] a = [1];
while (true) a = [.. a, .. a];
