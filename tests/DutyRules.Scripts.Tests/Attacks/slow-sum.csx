// not defended: call on long texts
var s = new string('x', 1_000_000);
Note(s.IndexOf(new string('x', 500_000) + "y", StringComparison.Ordinal));
