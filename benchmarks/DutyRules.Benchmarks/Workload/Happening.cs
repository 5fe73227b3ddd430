namespace DutyRules.Benchmarks.Workload;

/// <summary>What kind of event it is.</summary>
internal enum Kind : byte
{
    QueueLength,
    ClockIn,
    ClockOut,
    HandoverSigned,
    CashCheck,
    Patrol,
    ComplaintReceived,
    ComplaintAnswered,
    ReportFiled,
    MeetingHeld,
}

/// <summary>One event, as the hand-written code and the other engines are fed it; ticks of 100 ns count from day 0 00:00. Immutable.</summary>
internal abstract class Happening(Kind kind, long ticks, int site)
{
    public readonly long Ticks = ticks;
    public readonly int Site = site;
    public readonly Kind Kind = kind;
}

internal sealed class QueueLength(long ticks, int site, int length) : Happening(Kind.QueueLength, ticks, site)
{
    public readonly int Length = length;
}

internal sealed class ClockIn(long ticks, int site, int person) : Happening(Kind.ClockIn, ticks, site)
{
    public readonly int Person = person;
}

internal sealed class ClockOut(long ticks, int site, int person) : Happening(Kind.ClockOut, ticks, site)
{
    public readonly int Person = person;
}

internal sealed class HandoverSigned(long ticks, int site, int person) : Happening(Kind.HandoverSigned, ticks, site)
{
    public readonly int Person = person;
}

internal sealed class CashCheck(long ticks, int site, int person) : Happening(Kind.CashCheck, ticks, site)
{
    public readonly int Person = person;
}

internal sealed class Patrol(long ticks, int site, int person, int minutes) : Happening(Kind.Patrol, ticks, site)
{
    public readonly int Person = person;
    public readonly int Minutes = minutes;
}

internal sealed class ComplaintReceived(long ticks, int site, int complaint) : Happening(Kind.ComplaintReceived, ticks, site)
{
    public readonly int Complaint = complaint;
}

internal sealed class ComplaintAnswered(long ticks, int site, int person, int complaint) : Happening(Kind.ComplaintAnswered, ticks, site)
{
    public readonly int Person = person;
    public readonly int Complaint = complaint;
}

internal sealed class ReportFiled(long ticks, int site, int report) : Happening(Kind.ReportFiled, ticks, site)
{
    public readonly int Report = report;
}

internal sealed class MeetingHeld(long ticks, int site, int people) : Happening(Kind.MeetingHeld, ticks, site)
{
    public readonly int People = people;
}
