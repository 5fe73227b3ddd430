using DutyRules.Events;

namespace DutyRules.Monitoring.Records;

/// <summary>Which rows of a batch are for a monitor that shares it with others.</summary>
internal sealed class OwnRows
{
    private readonly int[] _rows;
    private readonly int _count;
    private int _next;

    private OwnRows(int[] rows, int count) => (_rows, _count) = (rows, count);

    /// <summary>The rows whose partition, by number, is its own; -1: a row that names none.</summary>
    public static OwnRows Of(EventBatch batch, Func<int, bool> isOwn)
    {
        var own = new int[batch.Partitions.Count + 1];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = isOwn(i - 1) ? 1 : 0;
        }

        // Whose a row is cannot be foreseen: no branch hangs on it.
        var partitions = batch.PartitionsOfRows;
        var rows = new int[partitions.Length + 1];
        var count = 0;
        for (var i = 0; i < partitions.Length; i++)
        {
            rows[count] = i;
            count += own[partitions[i] + 1];
        }

        return new OwnRows(rows, count);
    }

    /// <summary>The first of them from a row on; it is asked for greater and greater rows. <see cref="int.MaxValue"/>: there is none.</summary>
    public int From(int row)
    {
        while (_next < _count && _rows[_next] < row)
        {
            _next++;
        }

        return _next < _count ? _rows[_next] : int.MaxValue;
    }
}
