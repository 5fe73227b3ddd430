using DutyRules.Scripts.Tests.Support;

namespace DutyRules.Scripts.Tests;

public sealed class RunningTests : IDisposable
{
    private readonly ScriptFolderOnDisk _folder = new();

    public void Dispose() => _folder.Dispose();

    private (ScriptRun Run, IReadOnlyList<string> Notes) Run(string text) => _folder.With("a.csx", text).Run("a.csx");

    [Fact]
    public void A_script_writes_with_loops_functions_and_types_of_its_own()
    {
        var (run, notes) = Run(
            """
            record Hall(string Name, int Counters);

            string Say(Hall hall) => $"{hall.Name}: {hall.Counters}";

            foreach (var hall in new[] { new Hall("east", 2), new("west", 3) }.OrderByDescending(h => h.Counters))
            {
                Note(Say(hall));
            }

            Note((from x in Enumerable.Range(1, 4) where x % 2 == 0 select x * x).Sum());
            Note(new LocalDate(2026, 3, 2).PlusDays(1));
            """);

        Assert.Empty(run.Diagnostics);
        Assert.True(run.Completed);
        Assert.Equal(["west: 3", "east: 2", "20", "Tuesday, 03 March 2026"], notes);
    }

    [Fact]
    public void Whatever_C_sharp_has_may_be_used_to_build()
    {
        var (run, notes) = Run(
            """
            enum Kind { Early, Late }
            abstract record Shape;
            sealed record Square(decimal Side) : Shape { public decimal Area => Side * Side; }
            record struct Pair<T>(T First, T Second) where T : IComparable<T>
            {
                public readonly T Most() => First.CompareTo(Second) > 0 ? First : Second;
                public static Pair<T> operator +(Pair<T> a, Pair<T> b) => new(a.First, b.Second);
                public static implicit operator Pair<T>((T, T) both) => new(both.Item1, both.Item2);
            }
            class Counter
            {
                private int _count;
                public event Action<int>? Counted;
                public int Count { get => _count; set { _count = value; Counted?.Invoke(value); } }
                public int this[int more] => _count + more;
                public Counter() : this(1) => _count++;
                private Counter(int start) { _count = start; }
            }
            static int Twice(this int number) => number * 2;
            IEnumerable<int> Upto(int last) { for (var i = 1; i <= last; i++) yield return i; }
            int Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);

            Pair<int> pair = (3, 5);
            Note((pair + new Pair<int>(1, 9)).Most());
            Shape shape = new Square(2m);
            Note(shape switch { Square { Area: > 3 } s => $"large {s.Area:0.0}", _ => "other" });
            Note(shape == new Square(2m));
            var counter = new Counter();
            counter.Counted += n => Note($"counted {n}");
            counter.Count += 3;
            Note(counter[10]);
            Note(string.Join(",", Upto(5).Skip(1).Select(n => n.Twice()).Where(n => n > 4)));
            Note(Factorial(6));
            int[] some = [1, 2, .. Upto(2)];
            List<string> words = ["b", "a"];
            words.Sort(StringComparer.Ordinal);
            Note($"{some.Length} {string.Concat(words)} {some[^1]} {some[1..3].Length}");
            var index = new Dictionary<Kind, string> { [Kind.Early] = "E", [Kind.Late] = "L" };
            foreach (var (kind, letter) in index) { Note($"{kind}={letter}"); }
            try { throw new InvalidOperationException("no"); } catch (InvalidOperationException e) when (e.Message.Length == 2) { Note(e.Message); } finally { Note("done"); }
            Func<int, Func<int, int>> add = a => b => a + b;
            Note(add(1)(2));
            var query = from x in some join y in words on x equals y.Length into found from f in found.DefaultIfEmpty("-") orderby x descending group f by x into g select $"{g.Key}:{g.Count()}";
            Note(string.Join(" ", query));
            Note(words?.Select(w => w.ToUpperInvariant()).First());
            int i = 0; again: if (++i < 3) goto again; Note(i);
            do i--; while (i > 0); while (i < 2) i++; Note(i);
            Note(new { Name = "x", Number = 1 });
            Note(Local("here")); string Local(string text) { string Inner() => text + "!"; return Inner(); }
            Note(string.Join(",", ImmutableArray.Create(3, 1, 2).Sort()));
            Note(Math.Round(2.5m, MidpointRounding.AwayFromZero) + (decimal?)null ?? 7);
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Equal(
            [
                "9", "large 4.0", "True", "counted 5", "15", "6,8,10", "720", "4 ab 2 2", "Early=E", "Late=L", "no", "done", "3", "2:2 1:4", "A", "3", "2", "{ Name = x, Number = 1 }", "here!", "1,2,3", "7",
            ],
            notes);
    }

    [Fact]
    public void A_condition_that_is_read_is_not_run()
    {
        var (run, notes) = Run(
            """
            record Call(int Waiting, string From);
            var most = 5;
            When<Call>(c => c.Waiting > 3 && c.From != "x");
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Equal(["((c.Waiting > 3) AndAlso (c.From != \"x\"))"], notes);
    }
}
