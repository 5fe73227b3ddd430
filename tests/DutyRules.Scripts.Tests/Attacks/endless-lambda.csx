// DUTY7005
Action f = () => { };
for (var i = 0; i < 25; i++) f += f;
f();
