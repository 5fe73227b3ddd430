// DUTY7120
static IEnumerable<T> \u005f_Counted<T>(this IEnumerable<T> x) => x;
