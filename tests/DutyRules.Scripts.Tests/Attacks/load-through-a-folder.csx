// DUTY7011
#load "sub/../../secret.csx"
Note(1);
