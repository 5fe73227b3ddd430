// DUTY7108
new System.Threading.Thread(() => { }).Start();
