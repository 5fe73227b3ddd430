// DUTY7005
do { } while (1 == 1);
