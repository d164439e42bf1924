namespace EcomOps.Rules.Backtesting.Internal;

internal sealed class CellCount(int samples)
{
    private readonly List<string> _samples = [];
    private long _count;
    private decimal _amount;

    public void Add(BacktestRecord record)
    {
        _count++;
        _amount += record.Amount;
        if (_samples.Count < samples)
        {
            _samples.Add(record.Name);
        }
    }

    public BacktestCell ToCell() => new(_count, _amount, [.. _samples]);
}
