// DUTY7108
System.Threading.Thread.Sleep(100000);
