using System.Linq.Expressions;
using DutyRules.Dsl.Writing;
using DutyRules.Norms;
using DutyRules.Policies;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>The words that duties are put together of. Meant for <c>using static DutyRules.Dsl.Words;</c>.</summary>
public static partial class Words
{
    /// <summary>Every calendar day.</summary>
    public static Period Day { get; } = new("day");

    /// <summary>Every day of work, make-up days included.</summary>
    public static Period WorkingDay { get; } = new("working day");

    /// <summary>Every day on which the site opens at all.</summary>
    public static Period OpeningDay { get; } = new("opening day");

    /// <summary>Every day off of a holiday.</summary>
    public static Period DayOfAHoliday { get; } = new("day of a holiday");

    /// <summary>Every holiday from its first day to its last.</summary>
    public static Period WholeHoliday { get; } = new("whole holiday");

    /// <summary>Every time the site is open, from opening to closing.</summary>
    public static Period StretchOfOpeningHours { get; } = new("stretch of opening hours");

    /// <summary>Every week, from Monday.</summary>
    public static Period Week { get; } = new("week");

    /// <summary>Every month.</summary>
    public static Period Month { get; } = new("month");

    /// <summary>Every quarter.</summary>
    public static Period Quarter { get; } = new("quarter");

    /// <summary>Every half-year.</summary>
    public static Period HalfYear { get; } = new("half-year");

    /// <summary>Every year.</summary>
    public static Period Year { get; } = new("year");

    /// <summary>Every week from a weekday on.</summary>
    public static Period WeekFrom(IsoDayOfWeek first) => new($"week from {first}");

    /// <summary>These weekdays of every week.</summary>
    public static Period Weekdays(params IsoDayOfWeek[] days) => new(string.Join(" and ", days));

    /// <summary>Every planned shift of the role that bears the duty, of these kinds or of any.</summary>
    public static Period Shift(params string[] kinds) => new(kinds.Length == 0 ? "shift" : $"{string.Join(" or ", kinds)} shift");

    /// <summary>Every day of a rule of RFC 5545, such as <c>FREQ=MONTHLY;BYDAY=2TU</c>.</summary>
    public static Period Repeating(string rule, LocalDate starting) => new(rule, starting);

    /// <summary>Each holder has a duty of his own.</summary>
    public static Party Each(params Post[] posts) => new(Keywords.Each, [.. posts.Select(p => p.Name)]);

    /// <summary>The post of any of these roles.</summary>
    public static Party Any(params Post[] posts) => posts;

    /// <summary>Whoever acts.</summary>
    public static Party Anyone { get; } = new(null, Keywords.Anyone.En);

    /// <summary>The site as a whole; it does not matter who acts.</summary>
    public static Party TheSite { get; } = new(null, Keywords.Site.En);

    /// <summary>These people together: each of them has to do it. Only in lambdas.</summary>
    public static Party Together(params PersonId[] people) => throw new InvalidOperationException("`Together` names fields of an event: write it in a lambda.");

    /// <summary>Whomever the expression names at each moment: the duty passes on with it. Only in lambdas.</summary>
    public static Party AtEachMoment(PersonId person) => throw new InvalidOperationException("`AtEachMoment` names a state: write it in a lambda.");

    /// <summary>Whether a person holds a role when something happens. Only in conditions.</summary>
    public static bool Holds(PersonId person, Post role) => throw new InvalidOperationException("`Holds` can stand in the conditions of policies only, which are lambdas.");

    /// <summary>So much or more.</summary>
    public static Limits AtLeast(Figure figure) => Bound("at least", ">=", figure);

    /// <summary>So much or less.</summary>
    public static Limits AtMost(Figure figure) => Bound("at most", "<=", figure);

    /// <summary>More than so much.</summary>
    public static Limits MoreThan(Figure figure) => Bound("more than", ">", figure);

    /// <summary>Less than so much.</summary>
    public static Limits LessThan(Figure figure) => Bound("less than", "<", figure);

    /// <summary>Exactly so much.</summary>
    public static Limits Exactly(Figure figure) => Bound("exactly", "", figure);

    /// <summary>From so much to so much, both included.</summary>
    public static Limits Between(Figure low, Figure high)
    {
        ArgumentNullException.ThrowIfNull(low);
        ArgumentNullException.ThrowIfNull(high);
        return new Limits($"between {low.Text} and {high.Text}", $">= {low.Text} and <= {high.Text}");
    }

    /// <summary>An event, with what is asked of it.</summary>
    public static Occurrence<T> Event<T>(Expression<Func<T, bool>>? where = null)
        where T : Happening => new(where);

    /// <summary>An event, with what is asked of it in view of the event that opened the duty.</summary>
    public static Occurrence<T> Event<T, TTrigger>(Expression<Func<T, TTrigger, bool>> where)
        where T : Happening
        where TTrigger : Happening => new(where);

    /// <summary>What a norm came to, with what is asked of it. The record has fields of the event that opened the norm, and a person who bore it.</summary>
    public static Occurrence<T> Event<T>(Outcome outcome, Expression<Func<T, bool>>? where = null)
        where T : Happening => new(where, outcome.Text);

    /// <summary>Each of these.</summary>
    public static Group AllOf(params Occurrence[] items) => new(Keywords.AllOf, items);

    /// <summary>At least one of these.</summary>
    public static Group AnyOf(params Occurrence[] items) => new(Keywords.AnyOf, items);

    /// <summary>Each of these, one after the other.</summary>
    public static Group InOrder(params Occurrence[] items) => new(Keywords.InOrder, items);

    /// <summary>The sum of a value of events.</summary>
    public static Measured TotalOf<T>(Expression<Func<T, object>> value, Expression<Func<T, bool>>? where = null)
        where T : Happening => new(Keywords.TotalOf, Event(where), value);

    /// <summary>The mean of a value of events.</summary>
    public static Measured MeanOf<T>(Expression<Func<T, object>> value, Expression<Func<T, bool>>? where = null)
        where T : Happening => new(Keywords.MeanOf, Event(where), value);

    /// <summary>The least value of events.</summary>
    public static Measured Least<T>(Expression<Func<T, object>> value, Expression<Func<T, bool>>? where = null)
        where T : Happening => new(Keywords.Least, Event(where), value);

    /// <summary>The greatest value of events.</summary>
    public static Measured Greatest<T>(Expression<Func<T, object>> value, Expression<Func<T, bool>>? where = null)
        where T : Happening => new(Keywords.Greatest, Event(where), value);

    /// <summary>How many different values of events there are.</summary>
    public static Measured Different<T>(Expression<Func<T, object>> value, Expression<Func<T, bool>>? where = null)
        where T : Happening => new(Keywords.Different, Event(where), value);

    /// <summary>The part of the events on which a condition holds.</summary>
    public static Measured ShareWhere<T>(Expression<Func<T, bool>> condition, Expression<Func<T, bool>>? where = null)
        where T : Happening => new(Keywords.ShareWhere, Event(where), condition);

    /// <summary>The values of a field of events, as a set to be covered.</summary>
    public static Covered ValuesOf<T>(Expression<Func<T, object>> field, Expression<Func<T, bool>>? where = null)
        where T : Happening => new(pen =>
        {
            var name = pen.Said(field, 0, _ => pen.Word($"{DeclaredName.Of(typeof(T))}.{ConditionWriter.FieldOf(field)}"));
            return where is null ? name : pen.Map(pen.Entry(Keywords.Event, name), pen.Entry(Keywords.Where, pen.Condition(where, tested: 0)));
        });

    /// <summary>A norm of any policy, by its id, to listen to what it came to.</summary>
    public static NormName Norm(string id) => new(id);

    /// <summary>A norm of any policy that such an event opened, by its id, to listen to what it came to.</summary>
    public static NormName<T> Norm<T>(string id)
        where T : Happening => new(id);

    /// <summary>The bearer, among those who answer for a breach.</summary>
    public static Liable Bearer { get; } = new(pen => pen.Word(Keywords.Bearer.En));

    /// <summary>The holders of a post answer for a breach.</summary>
    public static Liable Answers(Post post) => post;

    /// <summary>The person in a field of the event that opened the duty, or whom an expression names, answers for a breach.</summary>
    public static Liable Answers<T>(Expression<Func<T, PersonId>> person)
        where T : Happening => new(pen => pen.Condition(person));

    /// <summary>When the condition ends first, the duty is void.</summary>
    public static EndsFirst Lapses => EndsFirst.Lapses;

    /// <summary>When the condition ends first, the duty is still owed.</summary>
    public static EndsFirst StillOwed => EndsFirst.StillOwed;

    /// <summary>A point in time as YAML writes it, for what C# has no words of its own.</summary>
    public static Moment AsWritten(string text) => new(text);

    private static Limits Bound(string words, string sign, Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new Limits($"{words} {figure.Text}", $"{sign} {figure.Text}".TrimStart());
    }
}
