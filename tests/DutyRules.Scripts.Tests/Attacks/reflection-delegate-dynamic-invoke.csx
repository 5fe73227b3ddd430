// DUTY7107
Func<int> f = () => 1;
Note(f.DynamicInvoke());
