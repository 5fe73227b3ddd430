// DUTY7007
var b = ImmutableArray.CreateBuilder<long>(1_000_000_000);
