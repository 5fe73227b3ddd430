using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>roles</c>: who may hold what, which roles are part of others, and who acts for whom.</summary>
internal sealed class RoleBinder(FileScope file, PatternBinder patterns, ShiftEvents? shifts)
{
    private static readonly ImmutableArray<Keyword> RoleKeys =
        [Keywords.Title, Keywords.SeenIn, Keywords.Held, Keywords.Includes, Keywords.Acting, Keywords.ActingFor];

    private readonly Dictionary<string, Draft> _drafts = new(StringComparer.Ordinal);

    public ImmutableArray<Role> Bind(YamlNode? node)
    {
        var names = new List<string>();
        foreach (var (name, key, value) in file.Named(node))
        {
            names.Add(name);
            _drafts[name] = new Draft(key, KeyedNode.Read(value, RoleKeys, file, key.Span));
        }

        return [.. names.Select(n => Bind(n, []))];
    }

    // Those that it is made of first; each is read once.
    private Role Bind(string name, ImmutableList<string> asked)
    {
        var (key, keyed) = _drafts[name];
        if (_drafts[name].Bound is { } bound)
        {
            return bound;
        }

        var title = file.Localized(keyed[Keywords.Title], key.Span) ?? LocalizedText.Same(name);
        var seenIn = SeenIn(keyed);
        foreach (var other in seenIn is null ? [] : new[] { Keywords.Includes, Keywords.Acting }.Where(keyed.Has))
        {
            file.Report(KeyDiagnostics.KeysDoNotGoTogether, keyed.KeyOf(other)!.Span, other.Text, Keywords.SeenIn.Text);
        }

        if (keyed.KeyOf(Keywords.ActingFor) is { } scope && !keyed.Has(Keywords.Acting))
        {
            file.Report(VocabularyDiagnostics.ActingForWhom, scope.Span);
        }

        var role = new Role(name, title, seenIn, key.Span) { OnShift = OnShift(keyed) };
        return _drafts[name].Bound = role with
        {
            Includes = Others(keyed, Keywords.Includes, asked.Add(name)),
            Acting = Others(keyed, Keywords.Acting, asked.Add(name)),
            ActingFor = keyed.KeyOf(Keywords.ActingFor) is { } tags ? [.. file.Words(keyed[Keywords.ActingFor], tags.Span).Select(w => w.Text)] : [],
        };
    }

    private ImmutableArray<Role> Others(KeyedNode keyed, Keyword word, ImmutableList<string> asked)
    {
        var roles = ImmutableArray.CreateBuilder<Role>();
        foreach (var other in keyed.KeyOf(word) is { } key && !keyed.Has(Keywords.SeenIn) ? file.Words(keyed[word], key.Span) : [])
        {
            if (file.FindDeclared(_drafts.Keys, n => n, other.Text, other.Span, NameDiagnostics.UnknownRole) is not { } name)
            {
                continue;
            }

            if (asked.Contains(name))
            {
                file.Report(VocabularyDiagnostics.RoleInCircle, other.Span, string.Join(" → ", asked.SkipWhile(n => n != name).Append(name).Select(n => $"`{n}`")));
            }
            else if (Bind(name, asked) is { SeenIn: null } role)
            {
                roles.Add(role);
            }
            else
            {
                file.Report(VocabularyDiagnostics.SeenRoleCannotStandIn, other.Span, name);
            }
        }

        return [.. roles.Distinct()];
    }

    private EventType? SeenIn(KeyedNode keyed)
    {
        if (keyed.KeyOf(Keywords.SeenIn) is not { } key || file.Scalar(keyed[Keywords.SeenIn], key.Span) is not { } scalar)
        {
            return null;
        }

        var seenIn = patterns.Event(scalar, aliasAllowed: false)?.Type;
        if (seenIn is { Actor: null })
        {
            file.Report(VocabularyDiagnostics.NobodyActs, scalar.Span, seenIn.Name);
        }

        return seenIn;
    }

    private bool OnShift(KeyedNode keyed)
    {
        if (keyed.KeyOf(Keywords.Held) is not { } key || file.Scalar(keyed[Keywords.Held], key.Span) is not { } scalar)
        {
            return false;
        }

        if (new Phrase(scalar) is var phrase && (!phrase.Take(Keywords.OnShift) || !phrase.AtEnd))
        {
            file.Report(TimeDiagnostics.HeldHow, scalar.Span, scalar.Text);
            return false;
        }

        if (keyed.Has(Keywords.SeenIn))
        {
            file.Report(KeyDiagnostics.KeysDoNotGoTogether, key.Span, Keywords.Held.Text, Keywords.SeenIn.Text);
            return false;
        }

        if (shifts is null)
        {
            file.Report(NormDiagnostics.ShiftsNeeded, scalar.Span);
        }

        return shifts is not null;
    }

    private sealed record Draft(YamlScalar Key, KeyedNode Keys)
    {
        public Role? Bound { get; set; }
    }
}
