using System.Collections.Immutable;

namespace DutyRules.Norms;

/// <summary>Puts choices of sites together.</summary>
internal static class SiteChoices
{
    /// <summary>Where both hold; null: everywhere.</summary>
    public static SiteChoice? And(this SiteChoice? a, SiteChoice? b) => (a, b) switch
    {
        (null, _) => b,
        (_, null) => a,
        ({ Except: true }, { Except: true }) => new SiteChoice([.. a.Names.Union(b.Names)], Except: true),
        ({ Except: true }, _) => new SiteChoice([.. b.Names.Where(a.Covers)]),
        _ => new SiteChoice([.. a.Names.Where(b.Covers)]),
    };

    /// <summary>Where one of them holds; null: everywhere.</summary>
    public static SiteChoice? Or(this SiteChoice? a, SiteChoice? b)
    {
        var all = (a, b) switch
        {
            (null, _) or (_, null) => null,
            ({ Except: true }, { Except: true }) => new SiteChoice([.. a.Names.Intersect(b.Names)], Except: true),
            ({ Except: true }, _) => new SiteChoice([.. a.Names.Except(b.Names)], Except: true),
            (_, { Except: true }) => new SiteChoice([.. b.Names.Except(a.Names)], Except: true),
            _ => new SiteChoice([.. a.Names.Union(b.Names)]),
        };
        return all is { Except: true, Names.IsEmpty: true } ? null : all;
    }

    /// <summary>True when <paramref name="a"/> holds wherever <paramref name="b"/> does.</summary>
    public static bool Includes(this SiteChoice? a, SiteChoice? b) => (a, b) switch
    {
        (null, _) => true,
        ({ Except: true }, { Except: true }) => a.Names.All(n => b.Names.Contains(n)),
        (_, null or { Except: true }) => false,
        _ => b.Names.All(a.Covers),
    };

    /// <summary>True when there is a place where both hold.</summary>
    public static bool Meets(this SiteChoice? a, SiteChoice? b) => (a, b) switch
    {
        (null, _) => b is null or { Except: true } or { Names.IsEmpty: false },
        (_, null) => a is { Except: true } or { Names.IsEmpty: false },
        ({ Except: true }, { Except: true }) => true,
        ({ Except: true }, _) => Reaches(b, a),
        _ => Reaches(a, b),
    };

    private static bool Reaches(SiteChoice named, SiteChoice other)
    {
        foreach (var name in named.Names)
        {
            if (other.Covers(name))
            {
                return true;
            }
        }

        return false;
    }
}
