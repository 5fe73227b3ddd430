// DUTY7011
#load "../../secret.csx"
Note(1);
