namespace EcomOps.Inventory.Forecasting.Internal;

// What a point model gives: expected values ahead, one-step fitted values of the history (NaN where there is none) and the
// responses psi_1, psi_2 ... of later periods to a shock of one unit, from which the growth of the error variance follows.
internal sealed record ModelPath(double[] Mean, double[] Fitted, double[] Impulse)
{
    public double Aicc { get; init; } = double.NaN;

    public string Note { get; init; } = string.Empty;

    // Variance of the error at each step, in units of the one-step variance: 1 + sum of psi_j^2.
    public static double[] StepFactors(ReadOnlySpan<double> impulse, int horizon)
    {
        var factors = new double[horizon];
        double sum = 1;
        for (int h = 0; h < horizon; h++)
        {
            factors[h] = sum;
            double psi = h < impulse.Length ? impulse[h] : impulse.Length > 0 ? impulse[^1] : 0;
            sum += psi * psi;
        }

        return factors;
    }

    // The same for the total of the first n periods: a shock at period k reaches all later ones.
    public static double[] TotalFactors(ReadOnlySpan<double> impulse, int horizon)
    {
        var factors = new double[horizon];
        double reach = 1, sum = 0;
        for (int n = 0; n < horizon; n++)
        {
            sum += reach * reach;
            factors[n] = sum;
            reach += n < impulse.Length ? impulse[n] : impulse.Length > 0 ? impulse[^1] : 0;
        }

        return factors;
    }

    // Mean of squared one-step errors, with the parameters' degrees of freedom given back.
    public double ErrorVariance(ReadOnlySpan<double> y, int parameters)
    {
        double sum = 0;
        int n = 0;
        for (int t = 0; t < y.Length; t++)
        {
            if (!double.IsNaN(Fitted[t]))
            {
                double e = y[t] - Fitted[t];
                sum += e * e;
                n++;
            }
        }

        return n == 0 ? 0 : sum / Math.Max(1, n - Math.Min(parameters, n / 3));
    }
}
