// DUTY7108
await System.Threading.Tasks.Task.Delay(1);
