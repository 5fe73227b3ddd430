// DUTY7012
#load "nothing.csx"
Note(1);
