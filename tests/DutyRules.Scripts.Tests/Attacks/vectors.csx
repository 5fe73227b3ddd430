// DUTY7109
var v = System.Numerics.Vector<int>.Zero;
