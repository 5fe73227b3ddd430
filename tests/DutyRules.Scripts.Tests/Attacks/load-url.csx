// DUTY7011
#load "http://localhost/x.csx"
Note(1);
