namespace EcomOps.Inventory.Forecasting.Internal;

// The recent mean of days in the same state of promotion, drawn towards the recent mean of all days with the weight of a few days;
// season, price and signals of those days are taken out by the regression's factors and put back for the day ahead.
internal static class LikeDays
{
    private const double PriorDays = 5;

    public static double[] Ahead(RetailHistory history, RegressorTable table, bool[] promotionColumns, RetailRegression fit, double halfLife)
    {
        double[] weights = history.Weights(halfLife);
        ulong[] states = States(table, history.Rows.Length);
        var sums = new Dictionary<ulong, (double Demand, double Factor)>();
        double allDemand = 0, allFactor = 0, allWeight = 0;
        for (int t = 0; t < history.Length; t++)
        {
            double factor = Factor(history.Rows[t]);
            (double demand, double expected) = sums.GetValueOrDefault(states[t]);
            sums[states[t]] = (demand + (weights[t] * fit.Demand[t]), expected + (weights[t] * factor));
            allDemand += weights[t] * fit.Demand[t];
            allFactor += weights[t] * factor;
            allWeight += weights[t];
        }

        double prior = allFactor > 0 ? PriorDays * allFactor / allWeight : 1, usual = allFactor > 0 ? allDemand / allFactor : 0;
        var ahead = new double[history.Rows.Length - history.Length];
        for (int h = 0; h < ahead.Length; h++)
        {
            (double demand, double expected) = sums.GetValueOrDefault(states[history.Length + h]);
            ahead[h] = Factor(history.Rows[history.Length + h]) * (demand + (prior * usual)) / (expected + prior);
        }

        return ahead;

        // The season of the year hardly moves within the memory, and is left to the regressions.
        double Factor(double[] row)
        {
            double log = 0;
            for (int k = 0; k < row.Length; k++)
            {
                log += promotionColumns[k] ? 0 : row[k] * fit.Effects[k];
            }

            return Math.Exp(Math.Clamp(log, -20, 20));
        }
    }

    private static ulong[] States(RegressorTable table, int length)
    {
        var states = new ulong[length];
        int bit = 0;
        foreach ((Regressor regressor, double[] values) in table.Usable.Where(u => u.Regressor.Kind == RegressorKind.Promotion).Take(64))
        {
            for (int t = 0; t < length; t++)
            {
                states[t] |= values[t] > 0 ? 1UL << bit : 0;
            }

            bit++;
        }

        return states;
    }
}
