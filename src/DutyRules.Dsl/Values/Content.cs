using System.Collections.Immutable;
using System.Linq.Expressions;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl;

/// <summary>Several things to be done: <c>AllOf(...)</c>, <c>AnyOf(...)</c>, <c>InOrder(...)</c>.</summary>
public sealed class Group
{
    private readonly Keyword _how;
    private readonly Occurrence[] _items;

    internal Group(Keyword how, Occurrence[] items) => (_how, _items) = (how, items);

    internal YamlNode Node(Pen pen) => pen.Map(pen.Entry(_how, pen.List(_items.Select(i => i.Node(pen)))));
}

/// <summary>A figure of events: <c>TotalOf</c>, <c>MeanOf</c>, <c>Least</c>, <c>Greatest</c>, <c>Different</c>, <c>ShareWhere</c>.</summary>
public sealed class Measured
{
    private readonly Keyword _kind;
    private readonly LambdaExpression _of;
    private readonly Occurrence _event;

    internal Measured(Keyword kind, Occurrence of, LambdaExpression value) => (_kind, _event, _of) = (kind, of, value);

    internal IEnumerable<YamlEntry> Entries(Pen pen)
    {
        yield return pen.Entry(Keywords.Measure, pen.Word(_event.Name));
        if (_event.Where(pen) is { } where)
        {
            yield return pen.Entry(Keywords.Where, where);
        }

        yield return pen.Entry(_kind, pen.Condition(_of, tested: 0));
    }
}

/// <summary>What a covering must cover: the holders of a post, those for whom a state is on, the values of a field of events.</summary>
public sealed class Covered
{
    private readonly Func<Pen, YamlNode> _node;

    internal Covered(Func<Pen, YamlNode> node) => _node = node;

    /// <summary>The holders of a post.</summary>
    public static implicit operator Covered(Post post) => new(pen => pen.Word(post.Name));

    /// <summary>The keys for which a switch is on.</summary>
    public static implicit operator Covered(State<bool> state) => new(pen => pen.Word(state.Name));

    internal YamlNode Node(Pen pen) => _node(pen);
}

/// <summary>One who answers for a breach, if it is not the bearer: <c>Answers(storeManager).Points(5)</c>.</summary>
public sealed record Liable
{
    private readonly Func<Pen, YamlNode> _who;
    private ImmutableArray<(Keyword Key, Func<Pen, YamlNode> Value)> _more = [];

    internal Liable(Func<Pen, YamlNode> who) => _who = who;

    /// <summary>The holders of a post.</summary>
    public static implicit operator Liable(Post post) => new(pen => pen.Text(post.Name));

    /// <summary>How many points are his; else those of the norm.</summary>
    public Liable Points(Figure points) => With(Keywords.Points, pen => pen.Text(points.Text));

    /// <summary>When the role was held: at the instant in a field of the event that opened the duty; else at the breach.</summary>
    public Liable At<T>(Expression<Func<T, NodaTime.Instant>> field)
        where T : Happening => With(Keywords.At, pen => pen.Condition(field));

    /// <summary>Only if this holds.</summary>
    public Liable If<T>(Expression<Func<T, bool>> condition)
        where T : Happening => With(Keywords.If, pen => pen.Condition(condition));

    /// <summary>Only if this holds.</summary>
    public Liable If(Expression<Func<bool>> condition) => With(Keywords.If, pen => pen.Condition(condition));

    internal YamlNode Node(Pen pen) => _more.IsEmpty ? _who(pen)
        : pen.Map([pen.Entry(Keywords.Who, _who(pen)), .. _more.Select(m => pen.Entry(m.Key, m.Value(pen)))]);

    private Liable With(Keyword key, Func<Pen, YamlNode> value) => this with { _more = _more.Add((key, value)) };
}

/// <summary>One text, or several in brackets: <c>"1a"</c>, <c>["1a", "1b"]</c>.</summary>
[System.Runtime.CompilerServices.CollectionBuilder(typeof(Texts), nameof(Create))]
public sealed class Texts : IEnumerable<string>
{
    private readonly ImmutableArray<string> _texts;

    private Texts(ImmutableArray<string> texts) => _texts = texts;

    /// <summary>Several texts.</summary>
    public static Texts Create(ReadOnlySpan<string> texts) => new([.. texts]);

    /// <summary>One text.</summary>
    public static implicit operator Texts(string text) => new([text]);

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_texts).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One post, or several in brackets.</summary>
[System.Runtime.CompilerServices.CollectionBuilder(typeof(Posts), nameof(Create))]
public sealed class Posts : IEnumerable<Post>
{
    private readonly ImmutableArray<Post> _posts;

    private Posts(ImmutableArray<Post> posts) => _posts = posts;

    /// <summary>Several posts.</summary>
    public static Posts Create(ReadOnlySpan<Post> posts) => new([.. posts]);

    /// <summary>One post.</summary>
    public static implicit operator Posts(Post post) => new([post]);

    /// <summary>One, by the name of the role.</summary>
    public static implicit operator Posts(string post) => new([post]);

    /// <inheritdoc />
    public IEnumerator<Post> GetEnumerator() => ((IEnumerable<Post>)_posts).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
