// DUTY7106
System.Diagnostics.Process.Start("sh", "-c true");
