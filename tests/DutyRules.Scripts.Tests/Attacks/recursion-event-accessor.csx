// DUTY7008
class C { public event Action E { add { E += value; } remove { } } }
new C().E += () => { };
