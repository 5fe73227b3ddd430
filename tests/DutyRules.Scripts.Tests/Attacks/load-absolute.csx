// DUTY7011
#load "/etc/passwd"
Note(1);
