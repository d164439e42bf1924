using EcomOps.Inventory.Demand;
using NodaTime;

namespace EcomOps.Inventory.Forecasting.Internal;

// Columns of the regressions, the same for all items, and each item's rows over window and horizon.
internal sealed class RetailDesign
{
    private const int PromotionColumns = 7;
    private const double Familiarity = 1.0 / 28;
    private const int LongRun = 14;
    private const double LargestSignal = 5;
    private readonly int _season;
    private readonly bool _year;
    private readonly int _horizon;
    private readonly List<(RegressorKind Kind, string Name, int Column)> _regressors = [];
    private readonly Dictionary<(string Group, string Name), (double[] Sum, int[] Items)> _shares = [];

    public RetailDesign(IReadOnlyList<RetailItem> items, IReadOnlyList<RegressorTable> tables, int horizon, int window)
    {
        _horizon = horizon;
        int season = items.Max(i => i.Series.SeasonLength);
        _season = season is > 1 and <= 31 ? season : 1;
        _year = items.All(i => i.Series.Period == DemandPeriod.Day) && items.Max(i => i.Series.Count) >= 365;
        int column = (_season > 1 ? _season : 0) + (_year ? 4 : 0);
        for (int i = 0; i < items.Count; i++)
        {
            foreach ((Regressor regressor, double[] values) in tables[i].Usable)
            {
                if (!_regressors.Exists(r => r.Kind == regressor.Kind && r.Name == regressor.Name))
                {
                    _regressors.Add((regressor.Kind, regressor.Name, column));
                    column += regressor.Kind == RegressorKind.Promotion ? PromotionColumns : 1;
                }

                if (regressor.Kind == RegressorKind.Promotion)
                {
                    AddShare((items[i].Group ?? string.Empty, regressor.Name), values, window + horizon);
                }
            }
        }

        Columns = column;
    }

    public int Columns { get; }

    public int Column(Regressor regressor) => _regressors.Find(r => r.Kind == regressor.Kind && r.Name == regressor.Name).Column;

    // Whether a column tells the state of a promotion; the others (season, price, signals) correct days of the same state.
    public bool[] PromotionColumnsMask()
    {
        var mask = new bool[Columns];
        foreach ((_, _, int column) in _regressors.Where(r => r.Kind == RegressorKind.Promotion))
        {
            Array.Fill(mask, true, column, PromotionColumns);
        }

        return mask;
    }

    public double[][] Rows(RetailItem item, RegressorTable table, int window)
    {
        int n = Math.Min(window, item.Series.Count), skip = item.Series.Count - n;
        var rows = new double[n + _horizon][];
        for (int t = 0; t < rows.Length; t++)
        {
            rows[t] = new double[Columns];
            Seasons(rows[t], item.Series, skip + t);
        }

        foreach ((Regressor regressor, double[] values) in table.Usable)
        {
            int column = Column(regressor);
            switch (regressor.Kind)
            {
                case RegressorKind.Promotion:
                    Promotion(rows, column, values, _shares[(item.Group ?? string.Empty, regressor.Name)], n);
                    break;
                case RegressorKind.Event:
                    Fill(rows, column, values, static v => v);
                    break;
                case RegressorKind.Price:
                    double[] sorted = [.. values[..Math.Max(1, n)].Order()];
                    double usual = sorted[sorted.Length / 2];
                    Fill(rows, column, values, v => Math.Clamp(Math.Log(v / usual), -LargestSignal, LargestSignal));
                    break;
                default:
                    double mean = values[..Math.Max(1, n)].Average();
                    double deviation = Math.Sqrt(values[..Math.Max(1, n)].Average(v => (v - mean) * (v - mean)));
                    Fill(rows, column, values, v => deviation > 1e-12 * Math.Abs(mean) ? Math.Clamp((v - mean) / deviation, -LargestSignal, LargestSignal) : 0);
                    break;
            }
        }

        return rows;
    }

    private void Seasons(double[] row, DemandSeries series, int t)
    {
        LocalDate? day = series.Start is { } start ? series.Period.Plus(start, t) : null;
        if (_season > 1)
        {
            // Counted from the end without a calendar, because the series of an assortment end together.
            int place = day is { } d && series.Period == DemandPeriod.Day && _season == 7
                ? (int)d.DayOfWeek - 1
                : (((t - series.Count) % _season) + _season) % _season;
            row[place] = 1;
        }

        if (_year && day is { } date)
        {
            int column = _season > 1 ? _season : 0;
            double angle = 2 * Math.PI * date.DayOfYear / 365.25;
            row[column] = Math.Cos(angle);
            row[column + 1] = Math.Sin(angle);
            row[column + 2] = Math.Cos(2 * angle);
            row[column + 3] = Math.Sin(2 * angle);
        }
    }

    // Promotion runs: the flag, its first period, the two after it, a long run, the period after the end; the share of the group that
    // is on promotion; and the flag again by how much the item was on promotion lately, because customers get used to it.
    private static void Promotion(double[][] rows, int column, double[] flags, (double[] Sum, int[] Items) group, int history)
    {
        double usual = history > 0 ? flags[..history].Count(f => f > 0) / (double)history : 0, lately = usual;
        int run = 0, offset = group.Sum.Length - flags.Length;
        double usualShare = Enumerable.Range(0, history).Select(Share).DefaultIfEmpty(0).Average();
        for (int t = 0; t < rows.Length; t++)
        {
            bool on = flags[t] > 0;
            bool ended = !on && run > 0;
            run = on ? run + 1 : 0;
            double[] row = rows[t];
            row[column] = flags[t];
            row[column + 1] = run == 1 ? 1 : 0;
            row[column + 2] = run is 2 or 3 ? 1 : 0;
            row[column + 3] = run > LongRun ? 1 : 0;
            row[column + 4] = ended ? 1 : 0;
            row[column + 5] = Share(t) - usualShare;
            row[column + 6] = on ? lately - usual : 0;
            lately += Familiarity * ((on ? 1 : 0) - lately);
        }

        double Share(int t) => group.Items[offset + t] > 1 ? group.Sum[offset + t] / group.Items[offset + t] : 0;
    }

    private static void Fill(double[][] rows, int column, double[] values, Func<double, double> of)
    {
        for (int t = 0; t < rows.Length; t++)
        {
            rows[t][column] = of(values[t]);
        }
    }

    private void AddShare((string Group, string Name) key, double[] values, int length)
    {
        if (!_shares.TryGetValue(key, out (double[] Sum, int[] Items) share))
        {
            _shares.Add(key, share = (new double[length], new int[length]));
        }

        int offset = length - values.Length;
        for (int t = 0; t < values.Length; t++)
        {
            share.Sum[offset + t] += values[t] > 0 ? 1 : 0;
            share.Items[offset + t]++;
        }
    }
}
