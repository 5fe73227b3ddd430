// DUTY7119
#line 1 "other.csx"
Note(1);
