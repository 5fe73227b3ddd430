using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Verdicts;

namespace DutyRules.Cli.Testing;

/// <summary>Pairs expectations with verdicts, as many as can be: each verdict answers one expectation.</summary>
internal sealed class Matching
{
    private readonly ImmutableArray<Expectation> _expected;
    private readonly ImmutableArray<Verdict> _verdicts;
    private readonly Vocabulary _vocabulary;
    private readonly int[] _expectationOf;

    public Matching(ImmutableArray<Expectation> expected, ImmutableArray<Verdict> verdicts, Vocabulary vocabulary)
    {
        _expected = expected;
        _verdicts = verdicts;
        _vocabulary = vocabulary;
        _expectationOf = new int[verdicts.Length];
        Array.Fill(_expectationOf, -1);
        var missing = ImmutableArray.CreateBuilder<Expectation>();
        for (var i = 0; i < expected.Length; i++)
        {
            if (!Place(i, new bool[verdicts.Length]))
            {
                missing.Add(expected[i]);
            }
        }

        Missing = missing.ToImmutable();
        Rest = [.. verdicts.Where((_, v) => _expectationOf[v] < 0)];
    }

    /// <summary>The expectations that no verdict answers.</summary>
    public ImmutableArray<Expectation> Missing { get; }

    /// <summary>The verdicts that were not expected.</summary>
    public ImmutableArray<Verdict> Rest { get; }

    /// <summary>The names of what differs between an expectation and a verdict of the same norm.</summary>
    public static IEnumerable<string> Differences(Expectation expected, Verdict verdict, Vocabulary vocabulary)
    {
        if (expected.Status is { } status && status != verdict.Status)
        {
            yield return "status";
        }

        if (expected.Person is { } person && !verdict.People.Contains(person) && ValueOf(verdict, "person", vocabulary) != person && !verdict.Performers.Contains(person))
        {
            yield return "person";
        }

        if (expected.Day is { } day && verdict.Opens.InZone(vocabulary.ZoneOf(verdict.Partition)).Date != day)
        {
            yield return "day";
        }

        if (expected.DecidedAt is { } decided && decided != verdict.DecidedAt)
        {
            yield return "decided at";
        }

        if (expected.Due is { } due && due != verdict.Due)
        {
            yield return "due";
        }

        if (expected.Points is { } points && points != verdict.Points)
        {
            yield return "points";
        }

        if (expected.Liable is { } liable && !liable.SequenceEqual(verdict.Liable))
        {
            yield return "liable";
        }

        foreach (var (name, value) in expected.Key)
        {
            if (ValueOf(verdict, name, vocabulary) != value)
            {
                yield return name;
            }
        }
    }

    // One more pair, if need be by giving earlier expectations another verdict.
    private bool Place(int expectation, bool[] tried)
    {
        for (var v = 0; v < _verdicts.Length; v++)
        {
            if (tried[v] || _expected[expectation].NormId != _verdicts[v].Norm.Id
                || Differences(_expected[expectation], _verdicts[v], _vocabulary).Any())
            {
                continue;
            }

            tried[v] = true;
            if (_expectationOf[v] < 0 || Place(_expectationOf[v], tried))
            {
                _expectationOf[v] = expectation;
                return true;
            }
        }

        return false;
    }

    private static string? ValueOf(Verdict verdict, string name, Vocabulary vocabulary)
    {
        foreach (var part in verdict.Instance.Key)
        {
            if (part.Name == name)
            {
                return part.Value.ToString();
            }
        }

        return name == vocabulary.PartitionField ? verdict.Partition : null;
    }
}
