// DUTY7005
for (;;) ;
