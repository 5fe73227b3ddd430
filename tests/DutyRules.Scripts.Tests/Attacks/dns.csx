// DUTY7105
Note(System.Net.Dns.GetHostName());
