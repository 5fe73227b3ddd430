using DutyRules.Examples;

Action<TextWriter>? write = args switch
{
    ["call-log"] => CallLog.Write,
    ["hall-week"] => HallWeek.Write,
    ["hall-roster"] => HallRoster.Write,
    ["hotline-roster"] => HotlineRoster.Write,
    ["hotline-swaps"] => HotlineRoster.WriteSwaps,
    ["hotline-week"] => HotlineRoster.WriteWeek,
    _ => null,
};
if (write is null)
{
    Console.Error.WriteLine("usage: generator call-log | hall-week | hall-roster | hotline-roster | hotline-swaps | hotline-week");
    return 2;
}

write(Console.Out);
return 0;
