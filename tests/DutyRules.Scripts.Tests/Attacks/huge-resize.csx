// DUTY7007
int[] a = [];
Array.Resize(ref a, 1_000_000_000);
