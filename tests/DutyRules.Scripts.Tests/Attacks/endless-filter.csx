// DUTY7005
bool Forever() { while (true) { } }
try { throw new InvalidOperationException(); } catch when (Forever()) { }
