using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Generation.TaleWorld;

namespace DutyRules.Tests.Generation;

/// <summary>The reference in cases worked out by hand: latest values of several types (S11), counts and sums per period (S12) and of the last so many minutes (S13), and tables.</summary>
public sealed class StateExampleTests
{
    private static readonly LocalizedText Title = LocalizedText.Same("state");

    /// <summary>Who did the last visit or round; a stop sets it back to Zhao.</summary>
    private static readonly LatestState Last = new()
    {
        Name = "last", Title = Title, Samples = [new(new(Visit), Visit.FindField("person")), new(new(Round), Round.FindField("person"))], Back = [new(Stop)], Initially = Value.Text("Zhao"),
    };

    private static readonly CountState Visits = new() { Name = "visits", Title = Title, Up = [new(Visit)], Down = [new(Stop)], Initially = Value.Integer(0) };
    private static readonly CountState Contacts = Visits with { Up = [new(Contact)], Down = [] };
    private static readonly SumState Level = new() { Name = "sum", Title = Title, Plus = [new(new(Gauge), Gauge.FindField("level")!)], Initially = Value.Integer(0) };
    private static readonly CalendarUnit Day = new(PeriodKind.Day);

    [Theory]
    [InlineData("", "10:00", "FF")]
    [InlineData("visit Li c1 10:05", "10:05", "FT")]
    [InlineData("visit Li c1 10:00, round Wang 10:01-10:05", "10:05", "TF")]
    [InlineData("visit Wang c1 10:00, round Li 10:01-10:05", "10:05", "FT")]
    [InlineData("visit Li c1 10:00, stop Wang 10:05", "10:05", "TF")]
    [InlineData("visit c1 10:00", "10:05", "??")]
    [InlineData("visit c1 10:00, stop Wang 10:01", "10:05", "FF")]
    // Of one step the greatest id wins, whatever it is.
    [InlineData("visit Li c1 10:05, stop Wang 10:05", "10:05", "FF")]
    [InlineData("stop Wang 10:05, visit Li c1 10:05", "10:05", "FT")]
    [InlineData("visit Li c1 10:05/1, stop Wang 10:05", "10:06", "TT")]
    public void Latest_of_several_types_and_back(string history, string time, string expected) => Assert.Equal(expected, Read(Last, Value.Text("Li"), history, time));

    [Theory]
    [InlineData("stop Li 10:00", "10:05-1", "TT")]
    [InlineData("stop Li 10:00", "10:05", "??")]
    [InlineData("", "10:30", "TT")]
    public void What_an_event_sets_back_gets_stale_as_a_sample_does(string history, string time, string expected) =>
        Assert.Equal(expected, Read(Last with { StaleAfter = Five }, Value.Text("Zhao"), history, time));

    [Fact]
    public void Set_back_to_what_is_not_known_it_is_not_known() => Assert.Equal("T?", Read(Last with { Initially = null }, Value.Text("Li"), "visit Li c1 10:00, stop Li 10:05", "10:05"));

    // A visit of kind a is a contact, too; the two are one event.
    [Fact]
    public void Of_one_event_the_first_source_as_declared_counts()
    {
        Assert.Equal("FT", Read(Last with { Back = [new(Visit)] }, Value.Text("Li"), "visit Li c1 10:05", "10:05"));
        Assert.Equal("FT", Read(Last with { Back = [new(Contact)] }, Value.Text("Li"), "visit Li c1 a 10:05", "10:05"));
        Assert.Equal("F?", Read(Last with { Back = [new(Contact)] }, Value.Text("Li"), "visit Li c1 10:05", "10:05"));
    }

    [Theory]
    [InlineData("visit Li c1 10:00", 1, "03T00:00-1", "TT")]
    [InlineData("visit Li c1 10:00", 1, "03T00:00", "FF")]
    [InlineData("visit Li c1 10:00", 0, "03T00:00", "TT")]
    [InlineData("visit Li c1 10:00, visit Li c1 03T00:00", 1, "03T00:00", "FT")]
    [InlineData("visit Li c1 10:00, visit Li c1 03T00:00-1", 2, "03T00:00-1", "FT")]
    [InlineData("visit Li c1 10:00, visit Li c1 03T10:00", 1, "03T10:00", "FT")]
    [InlineData("stop Li 10:00", 0, "23:59", "??")]
    [InlineData("stop Li 10:00", 0, "03T00:00", "TT")]
    [InlineData("stop Li 10:00, visit Li c1 03T10:00", 1, "03T10:00", "FT")]
    public void Count_of_a_day(string history, long number, string time, string expected) => Assert.Equal(expected, Read(Visits with { Per = Day }, Value.Integer(number), history, time));

    // The second of March is a Monday.
    [Theory]
    [InlineData(PeriodKind.Week, IsoDayOfWeek.Monday, "09T00:00-1", "TT")]
    [InlineData(PeriodKind.Week, IsoDayOfWeek.Monday, "09T00:00", "FF")]
    [InlineData(PeriodKind.Week, IsoDayOfWeek.Sunday, "08T00:00-1", "TT")]
    [InlineData(PeriodKind.Week, IsoDayOfWeek.Sunday, "08T00:00", "FF")]
    [InlineData(PeriodKind.Month, IsoDayOfWeek.Monday, "19T00:00", "TT")]
    public void Count_of_a_longer_period(PeriodKind kind, IsoDayOfWeek first, string time, string expected) =>
        Assert.Equal(expected, Read(Visits with { Per = new CalendarUnit(kind) { FirstWeekday = first } }, Value.Integer(1), "visit Li c1 10:00", time));

    [Fact]
    public void Where_nothing_is_known_initially_each_period_begins_so()
    {
        Assert.Equal("??", Read(Visits with { Per = Day, Initially = null }, Value.Integer(1), "visit Li c1 10:00", "10:05"));
        Assert.Equal("TT", Read(Visits with { Per = Day, Initially = Value.Integer(3) }, Value.Integer(3), "visit Li c1 10:00", "03T00:00"));
        Assert.Equal("??", Read(Contacts with { Per = Day }, Value.Integer(0), "visit Li c1 10:00", "23:59"));
        Assert.Equal("TT", Read(Contacts with { Per = Day }, Value.Integer(0), "visit Li c1 10:00", "03T00:00"));
    }

    [Theory]
    [InlineData("gauge 2 10:00, gauge 1 10:01", 3, "23:59", "TT")]
    [InlineData("gauge 2 10:00, gauge 1 03T10:01", 1, "03T10:01", "FT")]
    [InlineData("gauge 10:00", 0, "23:59", "??")]
    [InlineData("gauge 10:00", 0, "03T00:00", "TT")]
    public void Sum_of_a_day(string history, long number, string time, string expected) => Assert.Equal(expected, Read(Level with { Per = Day }, Value.Integer(number), history, time));

    [Theory]
    [InlineData("visit Li c1 10:00", 1, "10:00", "FT")]
    [InlineData("visit Li c1 10:00", 1, "10:05-1", "TT")]
    [InlineData("visit Li c1 10:00", 1, "10:05", "FF")]
    [InlineData("visit Li c1 10:00, visit Li c1 10:02", 2, "10:05-1", "TT")]
    [InlineData("visit Li c1 10:00, visit Li c1 10:02", 1, "10:05", "TT")]
    [InlineData("visit Li c1 10:00, visit Li c1 10:05", 1, "10:05", "FT")]
    [InlineData("visit Li c1 10:00, visit Li c1 10:05/-1", 1, "10:05", "TT")]
    public void Count_of_the_last_five_minutes(string history, long number, string time, string expected) =>
        Assert.Equal(expected, Read(Visits with { Over = Five, Down = [] }, Value.Integer(number), history, time));

    [Theory]
    [InlineData("visit Li c1 10:00", "10:05-1", "??")]
    [InlineData("visit Li c1 10:00", "10:05", "TT")]
    [InlineData("visit Li c1 10:00, visit Li c1 10:05", "10:05", "T?")]
    public void What_makes_it_unknown_does_so_for_five_minutes(string history, string time, string expected) =>
        Assert.Equal(expected, Read(Contacts with { Over = Five }, Value.Integer(0), history, time));

    [Theory]
    [InlineData("gauge 2 10:00, gauge 1 10:02", 3, "10:05-1", "TT")]
    [InlineData("gauge 2 10:00, gauge 1 10:02", 1, "10:05", "TT")]
    [InlineData("gauge 2 10:00, gauge 1 10:02", 0, "10:07", "TT")]
    [InlineData("gauge 10:00, gauge 1 10:02", 1, "10:05-1", "??")]
    [InlineData("gauge 10:00, gauge 1 10:02", 1, "10:05", "TT")]
    [InlineData("gauge 9223372036854775807 10:00, gauge 1 10:02", 1, "10:05-1", "??")]
    [InlineData("gauge 9223372036854775807 10:00, gauge 1 10:02", 1, "10:05", "TT")]
    public void Sum_of_the_last_five_minutes(string history, long number, string time, string expected) => Assert.Equal(expected, Read(Level with { Over = Five }, Value.Integer(number), history, time));

    // 0 below 2, 5 from 2 to 4, not filled in from 7 on; no row for the rest.
    [Theory]
    [InlineData("gauge 1 10:00", 0, "TT")]
    [InlineData("gauge 2 10:00", 5, "TT")]
    [InlineData("gauge 4 10:00", 5, "TT")]
    [InlineData("gauge 5 10:00", 5, "??")]
    [InlineData("gauge 8 10:00", 5, "??")]
    [InlineData("gauge 10:00", 5, "??")]
    public void Figure_of_a_table(string history, long figure, string expected)
    {
        var level = new LatestState { Name = "now", Title = Title, Samples = [new(new(Gauge), Gauge.FindField("level"))] };
        var table = new Table("rate", Title, [FieldType.Integer], FieldType.Integer,
        [
            new([new(null, Value.Integer(2), ToInclusive: false)], Value.Integer(0)), new([new(Value.Integer(2), Value.Integer(4))], Value.Integer(5)), new([new(Value.Integer(7), null)], null),
        ]);
        var condition = Compare(new TableExpression(table, [Of(level)], default), BinaryOperator.Equal, Value.Integer(figure));
        Assert.Equal(expected, Tale.Read(With(Vocabulary(false), level) with { Tables = [table] }, condition, history, "10:05"));
    }

    private static string Read(StateDefinition state, Value value, string history, string time) =>
        Tale.Read(With(Vocabulary(false), state), Tale.Is(state, value), history, time);
}
