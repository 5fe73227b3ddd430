// DUTY7106
Note($"{Environment.MachineName}");
