using EcomOps.Core;

namespace EcomOps.Inventory.Forecasting.Internal;

// Regressors of one item over the window and the horizon, checked and completed; what was wrong goes into issues.
internal sealed class RegressorTable
{
    private readonly List<(Regressor Regressor, double[] Values)> _usable = [];

    public RegressorTable(RetailItem item, int horizon, int window, List<Issue> issues)
    {
        int history = item.Series.Count, skip = Math.Max(0, history - window);
        var seen = new HashSet<(RegressorKind, string)>();
        for (int i = 0; i < item.Regressors.Count; i++)
        {
            Regressor regressor = item.Regressors[i];
            string path = FormattableString.Invariant($"{item.Id}.regressors[{i}]");
            void Warn(string code, string message) => issues.Add(new Issue(code, path, $"'{regressor.Name}': {message}", Severity.Warning));
            if (!seen.Add((regressor.Kind, regressor.Name)))
            {
                Warn("duplicate_regressor", "the item has another regressor of this kind and name, which is used; give each its own name.");
            }
            else if (regressor.Values.Count < history)
            {
                Warn("regressor_misses_history", $"{regressor.Values.Count} values for {history} periods of history; it is not used. Give one value for each period of history and horizon.");
            }
            else
            {
                _usable.Add((regressor, Completed(regressor, history, horizon, Warn)[skip..]));
            }
        }
    }

    public IReadOnlyList<(Regressor Regressor, double[] Values)> Usable => _usable;

    private static double[] Completed(Regressor regressor, int history, int horizon, Action<string, string> warn)
    {
        var values = new double[history + horizon];
        bool flag = regressor.Kind is RegressorKind.Promotion or RegressorKind.Event;
        int bad = 0, given = Math.Min(regressor.Values.Count, values.Length);
        double neutral = flag ? 0 : First(regressor), last = neutral, sum = 0;
        for (int t = 0; t < given; t++)
        {
            bool fine = Fits(regressor.Kind, regressor.Values[t]);
            bad += fine ? 0 : 1;
            values[t] = last = fine ? regressor.Values[t] : last;
            sum += values[t];
        }

        // The future of a signal is unknown: its mean. A price stays; a promotion must be announced.
        double ahead = flag ? 0 : regressor.Kind == RegressorKind.Price || given == 0 ? last : sum / given;
        Array.Fill(values, ahead, given, values.Length - given);
        if (bad > 0)
        {
            warn(
                regressor.Kind == RegressorKind.Price ? "price_not_positive" : "regressor_not_finite",
                $"{bad} values are no finite number{(regressor.Kind == RegressorKind.Price ? " above 0" : string.Empty)}; the value before is taken. Correct them.");
        }

        if (given < values.Length)
        {
            string taken = flag ? "none is assumed" : regressor.Kind == RegressorKind.Price ? "the last price is assumed" : "its mean is assumed";
            warn("regressor_misses_horizon", $"{values.Length - given} of {horizon} periods ahead have no value; {taken}. Give one value for each period of history and horizon.");
        }

        if (regressor.Values.Count > values.Length)
        {
            warn("regressor_too_long", $"{regressor.Values.Count - values.Length} values lie beyond history and horizon; they are not used. The first value belongs to the first period of the series.");
        }

        return values;
    }

    private static double First(Regressor regressor) =>
        regressor.Values.Where(v => Fits(regressor.Kind, v)).Select(v => (double?)v).FirstOrDefault() ?? (regressor.Kind == RegressorKind.Price ? 1 : 0);

    private static bool Fits(RegressorKind kind, double value) => double.IsFinite(value) && Math.Abs(value) < 1e100 && (kind != RegressorKind.Price || value > 0);
}
