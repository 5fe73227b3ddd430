// DUTY7005
switch (1) { case 1: goto case 1; }
