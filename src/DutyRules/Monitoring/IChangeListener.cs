namespace DutyRules.Monitoring;

/// <summary>Hears what changes while a batch is followed (<see cref="DutyMonitor.Follow(Events.EventBatch, IChangeListener)"/>).</summary>
public interface IChangeListener
{
    /// <summary>Something changed.</summary>
    /// <param name="change">What, to be looked at until this returns; what is wanted later is kept (<see cref="ChangeView.Keep"/>).</param>
    void Hear(ChangeView change);
}
