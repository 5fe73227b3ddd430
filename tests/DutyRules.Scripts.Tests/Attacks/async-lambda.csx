// DUTY7108
Action later = async () => { };
later();
