// DUTY7108
var t = new System.Threading.Timer(_ => { });
