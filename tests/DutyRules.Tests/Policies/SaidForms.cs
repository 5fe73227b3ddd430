using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Tests.Policies;

/// <summary>Forms of norms in both languages: what they come to, and how they read.</summary>
/// <param name="Forms">The keys of a norm, in English and in Chinese.</param>
/// <param name="Norm">The norms that keys stand for; the last is looked at.</param>
/// <param name="Parts">What of it is looked at.</param>
internal sealed record SaidForms((string En, string Zh)[] Forms, Func<string, string> Norm, Func<Norm, object> Parts)
{
    /// <summary>Each form, and its model.</summary>
    public string Meaning => string.Join("\n\n", Forms.Select(f => $"{f.En}\n{f.Zh}\n{PartyWorld.Model(Norm(f.En), Parts)}"));

    public void AssertTwins() => Assert.All(Forms, f => Assert.Equal(PartyWorld.Model(Norm(f.En), Parts), PartyWorld.Model(Norm(f.Zh), Parts)));

    /// <summary>Each form in plain words.</summary>
    public string Words(Language language) => string.Join("\n\n", Forms.Select(f => $"{f.En}\n{PartyWorld.Explained(Norm(f.En), language)}"));
}
