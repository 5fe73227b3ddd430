namespace DutyRules.Cli.Tests.Fuzzing;

/// <summary>Ends the whole run when one input takes too long: nothing else can stop a loop that does not end. The input is kept.</summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Timer _timer;
    private volatile FuzzInput? _running;
    private long _begun;

    public Watchdog() => _timer = new Timer(_ => Look(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

    public void Begin(FuzzInput input)
    {
        Volatile.Write(ref _begun, Environment.TickCount64);
        _running = input;
    }

    public void End() => _running = null;

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (_running is { } input && Environment.TickCount64 - Volatile.Read(ref _begun) > Patience.TotalMilliseconds)
        {
            Environment.FailFast($"{Kept.Write(input)} takes more than {Patience.TotalSeconds} s");
        }
    }
}
