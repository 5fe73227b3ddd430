// DUTY7008
class C<T> where T : new() { T _t = new T(); }
class D : C<D> { }
new D();
