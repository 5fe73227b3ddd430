// DUTY7005
while (true) { }
