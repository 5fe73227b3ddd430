
namespace DutyRules.Tests.Policies;

/// <summary>One fault is one finding, and hides no other.</summary>
public class RecoveryTests
{
    [Fact]
    public void A_misspelt_name_is_read_as_the_one_that_was_meant() => Assert.Equal(
        ["DUTY1301 when: |complaint-recieved as c", "DUTY1303 who: each |stor-manager", "DUTY1301 must: |complaint-answerd", "DUTY1202 times: |2", "DUTY1305 same: |complain"],
        Places(
            """
            a:
              when: complaint-recieved as c
              who: each stor-manager
              must: complaint-answerd
              where: person == c.person && on-duty
              times: 2
              same: complain
              within: 1 h
            """));

    [Fact]
    public void Without_the_opening_event_nothing_that_depends_on_it_is_found_fault_with() => Assert.Equal(
        ["DUTY1301 when: |xyz as c", "DUTY1202 times: |2", "DUTY1212 within: |5"],
        Places(
            """
            a:
              when: xyz as c
              if: c.tier is vip
              who: c.person
              must: complaint-answered
              where: person == c.person
              times: 2
              same: complaint
              within: 5
              unless: c.amount > 7
              otherwise: { who: c.person, must: clock-in, within: 1 h }
            """));

    [Fact]
    public void Without_the_event_that_must_be_its_other_details_are_still_read() => Assert.Equal(
        ["DUTY1301 must: |xyz", "DUTY1202 times: |2", "DUTY1520 apart: |more than 1 h"],
        Places(
            """
            a:
              who: site
              every: day
              must: xyz
              where: anything
              times: 2
              apart: more than 1 h
            """));

    [Fact]
    public void A_key_that_could_not_be_read_is_not_missed() => Assert.Equal(
        ["DUTY1121 |wo: site"],
        Places(
            """
            a:
              wo: site
              every: day
              must: clock-in
            """));

    [Fact]
    public void Whoever_did_the_act_does_not_make_it_good() => Assert.Equal(
        ["DUTY1501 |otherwise: { must: clock-in, within: 1 h }"],
        Places(
            """
            a:
              must not: till-closed
              otherwise: { must: clock-in, within: 1 h }
            """));

    [Fact]
    public void Unusual_but_right_YAML_is_read_without_complaint()
    {
        const string Text = """
            ---   # a comment: with a colon, and "quotes'
            "policy": 'hall/test'   # 'x
            uses:
            - hall
            revision:  "2"

            norms:   # here: they are

              'a':   { who: site, "every": day,
                       must: clock-in,   # ] }
                       title: { zh: "七点四十：到岗", en: 'it''s: on site' } }
              b:
                title: a text that goes
                  on over two lines
                who:
                  site
                every: day
                must: hall-inspection
                where: >-
                  recorded
                  && lasted > 5 min
                reading: |
                  first: line
                  	second & line
                   "third" > line
                cites:
                - x/1
                -   y/2

                # done
              c:
                who: site
                every: month
                title: "a text \" that goes
                  on: over two lines"
                must: report-filed
                where: kind is complaints
                  or faults
                due: "day 8, end of day"
            """;
        foreach (string text in new[] { Text, Text.ReplaceLineEndings("\r\n"), Text + "\n...\n" })
        {
            var result = Samples.Load(Samples.Hall, text);
            Assert.True(result.Policies is not null, Samples.Report(result));
            Assert.Equal("first: line\n\tsecond & line\n \"third\" > line", result.Policies!.Norms[1].Reading!.En);
            Assert.Equal(["x/1", "y/2"], result.Policies.Norms[1].Cites);
            Assert.Equal("a text that goes on over two lines", result.Policies.Norms[1].Title.En);
        }
    }

    [Fact]
    public void Places_are_right_after_a_line_was_mended_and_with_any_line_ends()
    {
        const string Text = "policy: p\r\nuses: hall\rnorms:\n  a: { who： site, every: day, title: 😀, must: clok-in }\n";
        Assert.Equal(
            ["p.duty.yaml:4:11", "p.duty.yaml:4:48"], Samples.Load(Samples.Hall, Text).Diagnostics.Select(d => d.Span.ToString()));
    }

    // Each finding with its line, a bar where it begins.
    private static IEnumerable<string> Places(string norms)
    {
        string[] lines = norms.Split('\n');
        return Samples.WithNorms(norms).Diagnostics.Select(d =>
        {
            string line = "  " + lines[d.Span.Line - Samples.FirstLine];
            return $"{d.Id} {line.Insert(d.Span.Column - 1, "|").TrimStart()}";
        });
    }
}
