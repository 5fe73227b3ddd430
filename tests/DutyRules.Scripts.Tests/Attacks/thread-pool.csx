// DUTY7108
System.Threading.ThreadPool.QueueUserWorkItem(_ => { });
