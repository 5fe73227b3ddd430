using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Tests.Support;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Tests.Verdicts;

public sealed class VerdictJsonTests
{
    private static readonly Verdict Breach = SampleVerdicts.Breach(BakeryNorms.Checks, ReasonCode.NotDone) with
    {
        Counted = 1,
        People = ["li", "wang"],
        Performers = ["li"],
        Liable = ["wang"],
        Evidence = ["e1", "=1+1"],
    };

    private static readonly Verdict Abroad = SampleVerdicts.Kept(BakeryNorms.OnSite, ReasonCode.Done) with
    {
        Partition = "paris",
        Instance = new InstanceId("on-site", "2", [new KeyPart("shop", Value.Text("paris")), new KeyPart("person", Value.Text("léa"))], "2026-03-02"),
        Counted = 1,
    };

    private static readonly Verdict Measured = SampleVerdicts.Breach(
        BakeryNorms.Checks with
        {
            Content = new MeasureContent(
                MeasureKind.Mean, new EventPattern(Bakery.OvenCheck), new EventPropertyExpression(EventRole.Tested, EventProperty.Lasted, FieldType.Duration, default),
                Bound<decimal>.AtMost(18_000_000_000m)),
        },
        ReasonCode.TooMuch) with
    {
        Counted = 3,
        Measured = Value.Duration(Duration.FromMinutes(31)),
        Needed = 2,
        Liable = ["li", "wang"],
        Charges = [new Charge("li", 5), new Charge("wang", 2)],
    };

    private static readonly VerdictChange[] Changes =
    [
        new(ChangeKind.Verdict, Measured),
        new(ChangeKind.Verdict, Breach),
        new(ChangeKind.Revised, Breach, Abroad, "e7", SampleVerdicts.At(9)),
        new(ChangeKind.Retracted, Abroad),
        new(ChangeKind.Final, Breach with { Instance = Breach.Instance with { Key = [] } }),
    ];

    [Fact]
    public async Task Writes_the_contract_first_and_then_what_was_added()
    {
        var json = new VerdictJson(Bakery.Vocabulary);

        var lines = Changes.Select(json.ToLine).Prepend(json.ToLine(Breach, final: true));

        await Verify(string.Join('\n', lines), extension: "jsonl");
    }

    [Fact]
    public async Task Writes_a_table()
    {
        var csv = new VerdictCsv(Bakery.Vocabulary);

        var rows = Changes.Select(change => csv.ToRow(change, Language.English)).Prepend(VerdictCsv.Header);

        await Verify(string.Join('\n', rows), extension: "csv");
    }
}
