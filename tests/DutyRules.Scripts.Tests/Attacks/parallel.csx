// DUTY7108
System.Threading.Tasks.Parallel.For(0, 10, i => { });
