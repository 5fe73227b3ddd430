// DUTY7108
System.Threading.Tasks.Task.Run(() => { });
