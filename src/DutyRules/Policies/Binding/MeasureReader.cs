using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Expressions.Binding;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads what is measured of events, and within which bounds it must be: <c>measure</c>.</summary>
internal sealed class MeasureReader(NormScope scope, ContentBinder contents, ExpressionContext context)
{
    private static readonly (Keyword Word, MeasureKind Kind)[] Kinds =
    [
        (Keywords.TotalOf, MeasureKind.Sum), (Keywords.MeanOf, MeasureKind.Mean), (Keywords.Least, MeasureKind.Least),
        (Keywords.Greatest, MeasureKind.Greatest), (Keywords.Different, MeasureKind.Distinct), (Keywords.ShareWhere, MeasureKind.Share),
    ];

    private readonly FileScope _file = scope.File;

    /// <summary>The measure; null, and reported, when something of it is missing.</summary>
    public MeasureContent? Read(KeyedNode norm)
    {
        var named = contents.Named(norm, Keywords.Measure);
        var pattern = named is null ? null : contents.Where(norm, named);
        var kind = KindOf(norm);
        var of = named is null || kind is null ? null : Of(norm, kind.Value.Word, kind.Value.Kind, named);
        var value = norm.Need(Keywords.Value, _file);
        if (pattern is null || kind is null || of is null)
        {
            return null;
        }

        var same = contents.Same(norm, pattern.Type);
        return value is not null && Bounds(value, norm.KeyOf(Keywords.Value)!.Span, kind.Value.Kind, of) is { } bounds
            ? new MeasureContent(kind.Value.Kind, pattern, of, bounds) { Same = same }
            : null;
    }

    private (Keyword Word, MeasureKind Kind)? KindOf(KeyedNode norm)
    {
        var found = Kinds.Where(k => norm.Has(k.Word)).ToList();
        foreach (var (second, _) in found.Skip(1))
        {
            _file.Report(KeyDiagnostics.KeysDoNotGoTogether, norm.KeyOf(second)!.Span, second.Text, found[0].Word.Text);
        }

        if (found.Count == 0 && !norm.IsDamaged)
        {
            _file.Report(ContentDiagnostics.MeasureOfWhat, norm.KeyOf(Keywords.Measure)!.Span);
        }

        return found.Count == 0 ? null : found[0];
    }

    // What is read from each event.
    private Expression? Of(KeyedNode norm, Keyword word, MeasureKind kind, NamedEvent named)
    {
        var key = norm.KeyOf(word)!;
        var tested = context with { Tested = named.Type, TestedAlias = named.Alias };
        if (_file.Scalar(norm[word], key.Span) is not { } scalar
            || ExpressionBinder.Bind(scalar.Text.TrimEnd(), scalar.Content, tested, kind == MeasureKind.Share ? FieldType.Truth : null, _file.Bag) is not { } of)
        {
            return null;
        }

        bool isFigure = of.Type.Kind is ValueKind.Number or ValueKind.Integer or ValueKind.Money or ValueKind.Duration;
        if (isFigure || kind is MeasureKind.Distinct or MeasureKind.Share)
        {
            return of;
        }

        _file.Report(ContentDiagnostics.NotMeasurable, scalar.Span, scalar.Text, KindNames.Of(of.Type), word.Text);
        return null;
    }

    private Bound<decimal>? Bounds(YamlNode node, SourceSpan place, MeasureKind kind, Expression of)
    {
        if (_file.Scalar(node, place) is not { } scalar)
        {
            return null;
        }

        var type = kind switch { MeasureKind.Share => FieldType.Number, MeasureKind.Distinct => FieldType.Integer, _ => of.Type };
        var figures = new ComputedFigures(scope, context);
        var bounds = scope.Bounds.Read(scalar, p => figures.Read(p, type, q => Written(q, kind, type)));
        if (bounds is { IsComputed: false } && AsksForNothing(bounds, kind))
        {
            _file.Report(NormDiagnostics.AsksForNothing, scalar.Span);
        }

        return bounds;
    }

    private Term<decimal>? Written(Phrase phrase, MeasureKind kind, FieldType type) =>
        kind == MeasureKind.Share ? scope.Terms.Share(phrase)
        : kind == MeasureKind.Distinct ? scope.Terms.Count(phrase) is { } count ? new Term<decimal>(count.Value, count.Parameter) : null
        : type.Kind == ValueKind.Duration ? scope.Terms.Duration(phrase) is { } time ? new Term<decimal>(time.Value.BclCompatibleTicks, time.Parameter) : null
        : scope.Terms.Number(phrase, type);

    // A share lies between 0 and 1, and there are no fewer than no different values.
    private static bool AsksForNothing(Bound<decimal> bounds, MeasureKind kind) =>
        (kind == MeasureKind.Share && bounds.Contains(0) && bounds.Contains(1)) || (kind == MeasureKind.Distinct && bounds.Contains(0) && bounds.Upper is null);
}
