// DUTY7107
using System.Linq.Expressions;
var e = Expression.Lambda(Expression.Constant(1));
