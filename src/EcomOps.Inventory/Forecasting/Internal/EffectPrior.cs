namespace EcomOps.Inventory.Forecasting.Internal;

// What is believed of the effects of an item before its own history speaks: means by group, drawn towards the assortment, and the
// variance between items. Learned by expectation maximisation.
internal sealed class EffectPrior
{
    private const double FirstVariance = 0.25;
    private const double LeastVariance = 0.0004;
    private const double GroupWeight = 5;
    private const int Rounds = 5;
    private readonly Dictionary<string, double[]> _groups = [];

    private EffectPrior(int columns)
    {
        Mean = new double[columns];
        Variance = new double[columns];
        Array.Fill(Variance, FirstVariance);
    }

    public double[] Mean { get; }

    public double[] Variance { get; }

    public double[] MeanOf(string group) => _groups.GetValueOrDefault(group, Mean);

    public static EffectPrior Learn(IReadOnlyList<(RetailHistory History, string Group)> sample, int columns, double halfLife, bool counts)
    {
        var prior = new EffectPrior(columns);
        RetailRegression[] fits = [.. sample.Select(s => new RetailRegression(s.History, columns, halfLife, counts))];
        for (int round = 0; round < Rounds; round++)
        {
            int steps = round == 0 ? 6 : 3;
            Parallel.For(0, fits.Length, i => fits[i].Improve(prior.MeanOf(sample[i].Group), prior.Variance, steps));
            prior.Update(sample, fits);
        }

        return prior;
    }

    private void Update(IReadOnlyList<(RetailHistory History, string Group)> sample, RetailRegression[] fits)
    {
        for (int k = 0; k < Mean.Length; k++)
        {
            // One more item without effects keeps few items from being believed without reserve.
            double sum = 0, spread = FirstVariance, items = 1;
            for (int i = 0; i < fits.Length; i++)
            {
                if (fits[i].Informed[k])
                {
                    double apart = fits[i].Effects[k] - MeanOf(sample[i].Group)[k];
                    sum += fits[i].Effects[k];
                    spread += (apart * apart) + fits[i].EffectVariance[k];
                    items++;
                }
            }

            Mean[k] = sum / items;
            Variance[k] = Math.Max(LeastVariance, spread / items);
        }

        foreach (IGrouping<string, int> group in Enumerable.Range(0, fits.Length).GroupBy(i => sample[i].Group))
        {
            var mean = new double[Mean.Length];
            for (int k = 0; k < mean.Length; k++)
            {
                double[] effects = [.. group.Where(i => fits[i].Informed[k]).Select(i => fits[i].Effects[k])];
                mean[k] = (effects.Sum() + (GroupWeight * Mean[k])) / (effects.Length + GroupWeight);
            }

            _groups[group.Key] = mean;
        }
    }
}
