// DUTY7114
var d = new[] { "a", "b" }.ToImmutableDictionary(x => x);
