// DUTY7119
#line hidden
Note(1);
