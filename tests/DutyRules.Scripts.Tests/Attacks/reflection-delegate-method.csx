// DUTY7107
Action f = () => { };
Note(f.Method.Module);
