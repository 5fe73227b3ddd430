// DUTY7107
System.Linq.Expressions.Expression<Func<int>> e = () => 1;
Note(e.Compile()());
