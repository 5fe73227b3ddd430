// DUTY7106
AppContext.SetSwitch("x", true);
