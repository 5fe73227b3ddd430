using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>A point in time: <c>At(7, 40)</c>, <c>EndOfDay</c>, <c>NextDay.At(8, 0)</c>, <c>Closing + 15.Minutes()</c>.</summary>
public record Moment
{
    internal Moment(string text) => Text = text;

    internal string Text { get; }

    internal virtual YamlNode Node(Pen pen) => pen.Text(Text);

    /// <summary>A time of day.</summary>
    public static implicit operator Moment(LocalTime time) => new(Literals.Time(time));

    /// <summary>The time of day that a parameter says.</summary>
    public static implicit operator Moment(Parameter<LocalTime> parameter) => new(parameter.Name);

    /// <summary>So long after the event: only beside another point in time, under <c>EarlierOf</c> and <c>LaterOf</c>.</summary>
    public static implicit operator Moment(Duration length) => new(Literals.Length(length));

    /// <summary>The instant in a field of the event that opened the duty. Only in lambdas.</summary>
    public static implicit operator Moment(Instant field) => throw new InvalidOperationException("A point in time of its own has no place in a policy; write a field of the event, in a lambda.");

    /// <summary>So long after it.</summary>
    public static Moment operator +(Moment moment, Duration by) => new($"{moment.Text} + {Literals.Length(by)}");

    /// <summary>So long before it.</summary>
    public static Moment operator -(Moment moment, Duration by) => new($"{moment.Text} - {Literals.Length(by)}");

    /// <summary>So long after it.</summary>
    public static Moment operator +(Moment moment, Parameter<Duration> by) => new($"{moment.Text} + {by.Name}");

    /// <summary>So long before it.</summary>
    public static Moment operator -(Moment moment, Parameter<Duration> by) => new($"{moment.Text} - {by.Name}");
}

/// <summary>The first event of a kind, as the end or the beginning of a window.</summary>
public sealed record FirstMoment : Moment
{
    private readonly Occurrence _event;
    private Moment? _latest;
    private Keyword? _never;

    internal FirstMoment(Occurrence of)
        : base("") => _event = of;

    /// <summary>How long it is waited for.</summary>
    public FirstMoment AtLatest(Moment latest) => this with { _latest = latest };

    /// <summary>If it never comes, nothing is owed.</summary>
    public FirstMoment OrNotOwed => this with { _never = Keywords.NotOwed };

    /// <summary>If it never comes, it is still owed by the latest point.</summary>
    public FirstMoment OrStillOwed => this with { _never = Keywords.StillOwed };

    internal override YamlNode Node(Pen pen)
    {
        var entries = _event.Entries(pen, Keywords.First);
        if (_latest is { } latest)
        {
            entries.Add(pen.Entry(Keywords.AtLatest, latest.Node(pen)));
        }

        if (_never is { } never)
        {
            entries.Add(pen.Entry(Keywords.IfItNeverComes, pen.Words(never)));
        }

        return pen.Map(entries);
    }
}
