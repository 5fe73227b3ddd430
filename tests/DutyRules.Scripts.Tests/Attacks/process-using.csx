// DUTY7106
using System.Diagnostics;
Process.Start("sh");
