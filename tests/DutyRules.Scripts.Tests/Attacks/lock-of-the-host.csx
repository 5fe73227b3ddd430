// DUTY7108
System.Threading.Monitor.Enter("shared");
