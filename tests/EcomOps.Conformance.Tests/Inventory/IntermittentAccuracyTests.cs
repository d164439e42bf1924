using EcomOps.Conformance.Tests.Harness;
using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Forecasting;
using Xunit.Abstractions;

namespace EcomOps.Conformance.Tests.Inventory;

/// <summary>Spare parts (RAF): the fixed-parameter tables, and the default judged by pinball loss and coverage of three-month demand.</summary>
public sealed class IntermittentAccuracyTests(ITestOutputHelper output)
{
    private static readonly double[] Levels = [0.90, 0.95, 0.99];

    [DataFact("raf/raf.csv.gz")]
    public void Fixed_parameter_tables_to_four_decimals()
    {
        List<double[]> parts = ForecastData.Raf();
        Check("zero", null, 0.5533, 14.06);
        Check("mean", Forecaster.Mean, 0.6142, -3.79);
        Check("SES", Forecaster.SimpleSmoothing(0.1), 0.6245, -1.65);
        Check("Croston", Forecaster.Croston(0.1), 0.6420, -8.31);
        Check("SBA", Forecaster.SyntetosBoylan(0.1), 0.6357, -7.20);
        Check("TSB", Forecaster.TeunterSyntetosBabai(0.1, 0.1), 0.6261, -2.41);

        void Check(string name, IForecaster? forecaster, double rmsse, double bias)
        {
            double errors = 0, sum = 0;
            foreach (double[] part in parts)
            {
                double[] flat = forecaster is null ? new double[12] : [.. forecaster.Forecast(DemandSeries.Of(part[..72]), 12).Mean];
                errors += ForecastMetrics.Rmsse(part[..72], part[72..], flat) ?? 0;
                sum += ForecastMetrics.Bias(part[72..], flat);
            }

            output.WriteLine(FormattableString.Invariant($"RAF {name}: RMSSE {errors / parts.Count:0.0000}, bias {sum / parts.Count:0.00}"));
            Assert.Equal(rmsse, errors / parts.Count, 0.00006);
            Assert.Equal(bias, sum / parts.Count, 0.006);
        }
    }

    [DataFact("raf/raf.csv.gz")]
    public void Demand_classes_are_those_of_the_reference()
    {
        List<DemandClass> classes = [.. ForecastData.Raf().Select(p => DemandProfile.Of(DemandSeries.Of(p)).Class)];
        Assert.Equal(2905, classes.Count(c => c == DemandClass.Intermittent));
        Assert.Equal(2095, classes.Count(c => c == DemandClass.Lumpy));
    }

    [DataFact("raf/raf.csv.gz")]
    public void The_default_beats_the_negative_binomial_reference_and_keeps_its_promise()
    {
        List<double[]> parts = ForecastData.Raf();
        (double[] reference, _) = Judge(parts, static x => Reference(x));
        Assert.Equal(1.7644, reference.Average(), 0.0006);
        (double[] loss, double[] covered) = Judge(parts, static x => Forecaster.Automatic.Forecast(DemandSeries.Of(x), 3).Total(3));
        output.WriteLine(FormattableString.Invariant(
            $"RAF default: pinball {loss[0]:0.0000} / {loss[1]:0.0000} / {loss[2]:0.0000}, mean {loss.Average():0.0000}; covered {covered[0]:0.000} / {covered[1]:0.000} / {covered[2]:0.000}"));
        Assert.True(loss.Average() < 1.7644);
        Assert.InRange(covered[2], 0.97, 1);
    }

    private static DemandDistribution Reference(double[] x)
    {
        double mean = x.Average(), variance = x.Sum(v => (v - mean) * (v - mean)) / (x.Length - 1);
        return variance <= mean ? new PoissonDemand(3 * mean) : NegativeBinomialDemand.FromMoments(3 * mean, 3 * variance);
    }

    private static (double[] Loss, double[] Covered) Judge(List<double[]> parts, Func<double[], DemandDistribution> forecast)
    {
        var sums = new double[parts.Count, 6];
        Parallel.For(0, parts.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            for (int origin = 72; origin <= 81; origin++)
            {
                DemandDistribution demand = forecast(parts[i][..origin]);
                double actual = parts[i][origin..(origin + 3)].Sum();
                for (int j = 0; j < 3; j++)
                {
                    double level = demand.Quantile(Levels[j]);
                    sums[i, j] += ForecastMetrics.Pinball(actual, level, Levels[j]);
                    sums[i, 3 + j] += actual <= level ? 1 : 0;
                }
            }
        });
        double Mean(int j) => Enumerable.Range(0, parts.Count).Sum(i => sums[i, j]) / (10.0 * parts.Count);
        return ([Mean(0), Mean(1), Mean(2)], [Mean(3), Mean(4), Mean(5)]);
    }
}
