using DutyRules.Events;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Lanes;

/// <content>The periods of the sites.</content>
internal sealed partial class EveryFamily
{
    /// <summary>One site.</summary>
    private sealed class Hall(string?[] bearers)
    {
        /// <summary>Who bears an instance of each period; null: nobody in person.</summary>
        public string?[] Bearers { get; } = bearers;

        public Dictionary<string, int> ByName { get; } =
            bearers.Select((name, i) => (name, i)).Where(b => b.name is not null).ToDictionary(b => b.name!, b => b.i, StringComparer.Ordinal);

        /// <summary>The periods whose windows are not over, in the order in which they began.</summary>
        public List<Period> Open { get; } = [];

        public Stack<Period> Over { get; } = [];

        /// <summary>The period that begins next; null if none does.</summary>
        public ComingPeriod? Coming { get; set; }
    }

    /// <summary>A period and its window: the same at all sites whose clocks and calendars are the same, and so found once for them.</summary>
    private sealed class ComingPeriod(NormContext context, PeriodSpan span)
    {
        private ComingPeriod? _next;
        private bool _isLast;

        public PeriodSpan Span => span;

        public ResolvedWindow Window { get; private init; }

        public ReasonCode? Missing { get; private init; }

        /// <summary>When its instances are born, unless they are decided at once.</summary>
        public long Birth => Math.Max(context.Start, Math.Min(span.Start, Window.Open));

        public ComingPeriod? Next
        {
            get
            {
                if (_next is null && !_isLast)
                {
                    _next = Of(context, context.Periods!.After(span));
                    _isLast = _next is null;
                }

                return _next;
            }
        }

        public static ComingPeriod? Of(NormContext context, PeriodSpan? span)
        {
            if (span is null)
            {
                return null;
            }

            var found = context.Windows.Resolve(context.Plan.Window, new FrameExtent(span.Start, span.End), long.MinValue);
            return new ComingPeriod(context, span)
            {
                Window = found.Missing is null ? found.Value : default,
                Missing = found.Missing ?? (found.Value.Open < context.Start ? ReasonCode.BeforeRecord : null),
            };
        }
    }

    /// <summary>The instances of one period.</summary>
    private sealed class Period(int bearers, int evidence)
    {
        public PeriodSpan Span { get; set; } = null!;

        public ResolvedWindow Window { get; set; }

        public long Birth { get; set; }

        public int[] Low { get; } = new int[bearers];

        public int[] High { get; } = new int[bearers];

        public EventRecord?[] Evidence { get; } = new EventRecord?[bearers * evidence];
    }
}
