// DUTY7107
Note(System.Runtime.Loader.AssemblyLoadContext.Default.Name);
