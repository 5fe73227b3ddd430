using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Tests.Expressions.Oracle;

/// <summary>What an expression reads, as C# properties. Reading what is unknown throws.</summary>
public sealed class OracleGlobals
{
    internal OracleScope Scope { get; set; } = null!;

    public OracleTrigger c => new(this);

    public long count => Read("count").AsInteger;

    public long inUse => Read("in-use").AsInteger;

    public decimal share => Read("share").AsNumber;

    public decimal cost => Read("cost").AsNumber;

    public bool recorded => Read("recorded").AsTruth;

    public bool late => Read("late").AsTruth;

    public string note => Read("note").AsText;

    public string @case => Read("case").AsText;

    public string desk => Read("desk").AsText;

    public Duration planned => Read("planned").AsDuration;

    public Moment endsAt => new(Read("ends-at").AsInstant, Scope.Zone);

    public LocalDate dayOf => Read("day-of").AsDate;

    public LocalTime starts => Read("starts").AsTime;

    public Moment at => AtOf(Scope.Tested);

    public Moment until => UntilOf(Scope.Tested);

    public Duration lasted => until - at;

    public LocalDate date => at.date;

    public LocalTime time => at.time;

    public long waiting => Known(Scope.Waiting).AsInteger;

    public string post => Known(Scope.Post).AsText;

    public long peakLoad => 10;

    public decimal drawerLimit => 500.5m;

    public bool onDuty(string note) => Known(Scope.State(OracleVocabulary.OnDuty, [Value.Text(note)])).AsTruth;

    public LocalTime At(int hour, int minute, int second = 0) => new(hour, minute, second);

    public LocalDate Date(int year, int month, int day) => new(year, month, day);

    internal Moment AtOf(EventRecord? record) => new((record ?? throw new UnknownException()).At, Scope.Zone);

    internal Moment UntilOf(EventRecord? record) =>
        new((record ?? throw new UnknownException()).Until ?? record.At, Scope.Zone);

    internal static Value Known(Value? value) => value ?? throw new UnknownException();

    private Value Read(string name) => Known(Scope.Tested?[OracleVocabulary.Tested.FindField(name)!]);
}

/// <summary>The opening event.</summary>
public sealed class OracleTrigger
{
    private readonly OracleGlobals _globals;

    internal OracleTrigger(OracleGlobals globals) => _globals = globals;

    public long count => Read("count").AsInteger;

    public decimal share => Read("share").AsNumber;

    public decimal cost => Read("cost").AsNumber;

    public bool recorded => Read("recorded").AsTruth;

    public string note => Read("note").AsText;

    public string desk => Read("desk").AsText;

    public Duration planned => Read("planned").AsDuration;

    public long 人数 => Read("人数").AsInteger;

    public Moment at => _globals.AtOf(_globals.Scope.Trigger);

    public Moment until => _globals.UntilOf(_globals.Scope.Trigger);

    public Duration lasted => until - at;

    public LocalDate date => at.date;

    public LocalTime time => at.time;

    private Value Read(string name) =>
        OracleGlobals.Known(_globals.Scope.Trigger?[OracleVocabulary.Trigger.FindField(name)!]);
}

/// <summary>Thrown where a value is unknown.</summary>
public sealed class UnknownException : Exception;
