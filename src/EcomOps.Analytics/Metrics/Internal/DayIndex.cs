using NodaTime;

namespace EcomOps.Analytics.Metrics.Internal;

/// <summary>Facts sorted by business day, so that a period costs only its own facts.</summary>
internal sealed class DayIndex<T>
{
    private readonly LocalDate[] _days;
    private readonly T[] _facts;

    public DayIndex(IEnumerable<(LocalDate Day, T Fact)> facts)
    {
        (LocalDate Day, T Fact)[] sorted = [.. facts.OrderBy(f => f.Day)];
        _days = Array.ConvertAll(sorted, f => f.Day);
        _facts = Array.ConvertAll(sorted, f => f.Fact);
    }

    public IReadOnlyList<T> All => _facts;

    public ReadOnlySpan<T> Of(ReportPeriod period)
    {
        int from = Start(period.From), until = Start(period.Until.PlusDays(1));
        return _facts.AsSpan(from, Math.Max(0, until - from));
    }

    // The first fact on or after a day.
    private int Start(LocalDate day)
    {
        int low = 0, high = _days.Length;
        while (low < high)
        {
            int mid = (low + high) / 2;
            (low, high) = _days[mid] < day ? (mid + 1, high) : (low, mid);
        }

        return low;
    }
}
