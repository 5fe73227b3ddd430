// DUTY7005 DUTY7006
Action f = () => { };
for (var i = 0; i < 25; i++) f += f;
f();
