// DUTY7107
Type.GetType("System.IO.File")!.GetMethod("Delete")!.Invoke(null, ["/tmp/x"]);
