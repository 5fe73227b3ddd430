using System.Diagnostics;
using System.Globalization;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Output;

/// <summary>One line on a terminal that says how far a long run has come. Silent for the first second, and where nobody looks.</summary>
internal sealed class ProgressLine(Surroundings around, Language language)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _running = Stopwatch.StartNew();
    private TimeSpan _next = Patience;
    private bool _shown;

    public void Reading(long events) => Show(events, "events read", "个事件已读入");

    public void Judging(long events)
    {
        // The clock is not asked for every single event.
        if ((events & 1023) == 0)
        {
            Show(events, "events judged", "个事件已判定");
        }
    }

    public void Clear()
    {
        if (_shown)
        {
            around.Error.Write("\r\e[K");
            _shown = false;
        }
    }

    private void Show(long events, string en, string zh)
    {
        if (!around.ShowProgress || _running.Elapsed < _next)
        {
            return;
        }

        _next = _running.Elapsed + TimeSpan.FromMilliseconds(200);
        _shown = true;
        var number = events.ToString("N0", CultureInfo.InvariantCulture);
        around.Error.Write($"\r\e[K{number} {(language == Language.Chinese ? zh : en)} …");
    }
}
