using DutyRules.Examples;

switch (args)
{
    case ["call-log"]:
        CallLog.Write(Console.Out);
        return 0;
    case ["hall-week"]:
        HallWeek.Write(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("usage: generator call-log | hall-week");
        return 2;
}
