// DUTY7120
class BuildGuard { public static void Step() { } }
while (true) { }
