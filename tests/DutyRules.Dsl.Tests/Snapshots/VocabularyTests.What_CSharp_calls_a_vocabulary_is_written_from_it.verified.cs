using DutyRules.Dsl;
using NodaTime;

public enum Tier { Vip, Regular }
public enum Kind { Complaints, Faults, Service }
public enum ShiftPlannedKind { Early, Late, Night }

public record Attested(PersonId Bearer, bool Kept, string Norm, string OfCase, PersonId Person, SiteId Site, string Thing) : Happening;
public record CashMoved(Money Amount, PersonId Person, SiteId Site) : Happening;
public record CashPaidIn(Money Amount, PersonId Person, SiteId Site) : Happening;
public record CashTaken(Money Amount, bool InNotes, PersonId Person, SiteId Site) : Happening;
public record ClockIn(PersonId Person, SiteId Site) : Happening;
public record ClockOut(PersonId Person, SiteId Site) : Happening;
public record ComplaintAnswered(CaseId Complaint, PersonId Person, SiteId Site) : Happening;
public record ComplaintAssigned(CaseId Complaint, PersonId Owner, SiteId Site) : Happening;
public record ComplaintPassedOn(CaseId Complaint, PersonId Person, SiteId Site, PersonId To) : Happening;
public record ComplaintReceived(Money Amount, Instant AnswerBy, CaseId Complaint, LocalDate Hearing, PersonId Person, SiteId Site, Tier Tier) : Happening;
public record HandoverBegun(PersonId Giver, CaseId Handover, SiteId Site, PersonId Taker) : Happening;
public record HandoverSigned(CaseId Handover, PersonId Person, SiteId Site) : Happening;
public record HelpCalled(int Needed, PersonId Person, SiteId Site) : Happening;
public record Inspection(PersonId Person, bool Recorded, SiteId Site) : Happening;
public record PcStarted(string FrontDeskPc, PersonId Person, SiteId Site) : Happening;
public record QueueEntered(CaseId Call, SiteId Site) : Happening;
public record QueueLeft(CaseId Call, SiteId Site) : Happening;
public record QueueLength(int Length, SiteId Site) : Happening;
public record ReportFiled(Kind Kind, PersonId Person, SiteId Site) : Happening;
public record ShiftCancelled(CaseId Shift, SiteId Site) : Happening;
public record ShiftPlanned(Instant Ends, ShiftPlannedKind Kind, PersonId Person, string Role, CaseId Shift, SiteId Site, Instant Starts) : Happening;
public record ShiftSwapped(PersonId Person, CaseId Shift, SiteId Site) : Happening;
public record TillClosed(PersonId Person, SiteId Site) : Happening;

public static class Hall
{
    public static readonly Post StoreManager = "store-manager";
    public static readonly Post ShiftLeader = "shift-leader";
    public static readonly Post Supervisor = "supervisor";
    public static readonly Post Agent = "agent";
    public static readonly Post Cashier = "cashier";
    public static readonly Things FrontDeskPc = "front-desk-pc";
    public static readonly State<bool> OnDuty = "on-duty";
    public static readonly State<int> Waiting = "waiting";
    public static readonly State<int> Queue = "queue";
    public static readonly State<PersonId> Owner = "owner";
    public static readonly State<Instant> LastReport = "last-report";
    public static readonly State<bool> TillChecked = "till-checked";
    public static readonly State<int> Staff = "staff";
    public static readonly State<Money> CashInTill = "cash-in-till";
    public static readonly State<Money> NotesInTill = "notes-in-till";
    public static readonly State<int> ComplaintsThisMonth = "complaints-this-month";
    public static readonly State<Money> TakenLately = "taken-lately";
    public static readonly State<CaseId> LastCase = "last-case";
    public static readonly State<bool> BusyTime = "busy-time";
    public static readonly State<bool> Festive = "festive";
    public static readonly Condition Crowded = "crowded";
    public static readonly Condition ShortOfStaff = "short-of-staff";
    public static readonly Parameter<Duration> Promptly = "promptly";
    public static readonly Parameter<LocalTime> OpeningTime = "opening-time";
    public static readonly Parameter<int> Penalty = "penalty";
    public static readonly Parameter<Money> DrawerLimit = "drawer-limit";
    public static readonly Parameter<int> QueueLimit = "queue-limit";
    public static readonly Table<Figure> ChecksNeeded = "checks-needed";
    public static readonly Table<Duration> HoursToAnswer = "hours-to-answer";
}
