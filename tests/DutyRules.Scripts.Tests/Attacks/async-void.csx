// DUTY7108
async void Later() { }
Later();
