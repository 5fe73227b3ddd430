// DUTY7007
var b = new System.Text.StringBuilder().Append('x', 1_000_000_000);
