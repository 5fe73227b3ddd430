// DUTY7110
var e = new System.Dynamic.ExpandoObject();
