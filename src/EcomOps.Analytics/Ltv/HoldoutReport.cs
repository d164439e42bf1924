using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;
using NodaTime;

namespace EcomOps.Analytics.Ltv;

/// <summary>How well a model foretold what customers did after the data it was fitted to.</summary>
/// <param name="Model">Model name.</param>
/// <param name="Horizon">Length of the holdout in the model's unit.</param>
/// <param name="Actual">Purchases in the holdout.</param>
/// <param name="Expected">Sum of expected purchases.</param>
/// <param name="MeanAbsoluteError">Mean of |expected - actual| over customers.</param>
/// <param name="RootMeanSquaredError">Root of the mean squared difference.</param>
/// <param name="MeanSquaredLogError">Mean of (ln(1 + expected) - ln(1 + actual)) squared.</param>
public sealed record HoldoutReport(string Model, double Horizon, double Actual, double Expected, double MeanAbsoluteError, double RootMeanSquaredError, double MeanSquaredLogError)
{
    /// <summary>Last day that the model knew; the holdout begins on the next. Null for plain rows.</summary>
    public LocalDate? Origin { get; init; }

    /// <summary>Last day of the holdout, inclusive; null when only its length was given.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Actual over expected purchases: above 1 the model foretold too few. Null when nothing was expected.</summary>
    public double? Ratio => Expected > 0 ? Actual / Expected : null;

    /// <summary>Standard error of <see cref="Ratio"/> from the differences between customers (ratio estimator); null with fewer than two customers or nothing expected.</summary>
    public double? RatioError { get; init; }

    /// <summary>Compares expected with actual purchases.</summary>
    /// <param name="model">Model fitted to the calibration period.</param>
    /// <param name="calibration">Histories at its end.</param>
    /// <param name="actual">Purchases in the holdout, one figure a row of <paramref name="calibration"/>.</param>
    /// <param name="horizon">Length of the holdout in the model's unit.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The lengths or units differ, a figure is negative, or there is no customer.</exception>
    public static HoldoutReport Compute(PurchaseModel model, RepeatSummaries calibration, IReadOnlyList<int> actual, double horizon)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(actual);
        double[] expected = model.ExpectedPurchases(calibration, horizon);
        if (expected.Length != actual.Count || expected.Length == 0)
        {
            throw new ArgumentException("Give one actual figure for each history, and at least one.", nameof(actual));
        }

        double absolute = 0, squared = 0, logs = 0, sum = 0, count = 0, weights = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (actual[i] < 0)
            {
                throw new ArgumentException($"Row {i} has {actual[i]} purchases; a count is 0 or more.", nameof(actual));
            }

            double w = calibration.Items[i].Weight, difference = expected[i] - actual[i], log = Math.Log(1 + expected[i]) - Math.Log(1.0 + actual[i]);
            weights += w;
            absolute += w * Math.Abs(difference);
            squared += w * difference * difference;
            logs += w * log * log;
            sum += w * expected[i];
            count += w * actual[i];
        }

        return new HoldoutReport(model.Name, horizon, count, sum, absolute / weights, Math.Sqrt(squared / weights), logs / weights)
        {
            Origin = calibration.Until,
            RatioError = ErrorOfRatio(expected, actual, calibration, count, sum, weights),
        };
    }

    /// <summary>Interval of <see cref="Ratio"/>, normal in its logarithm.</summary>
    /// <param name="level">Probability inside, 0 to 1 exclusive; 0.9 by default.</param>
    /// <returns>Ends above 0; null without standard error or without a purchase.</returns>
    /// <remarks>
    /// It holds the luck of the single customers. It does not hold errors of the fitted parameters, nor what moves all customers
    /// at once, such as a season: when it lies off 1, look at other origins (<see cref="RollingOrigins"/>) before you correct by it.
    /// </remarks>
    public (double Low, double High)? RatioInterval(double level = 0.9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        if (Ratio is not > 0 || RatioError is not { } error)
        {
            return null;
        }

        double ratio = Ratio.Value, factor = Math.Exp(Distributions.NormalQuantile((1 + level) / 2) * error / ratio);
        return (ratio / factor, ratio * factor);
    }

    // Cochran (1977), Sampling Techniques, 6.3: the residuals a - R e have mean 0.
    private static double? ErrorOfRatio(double[] expected, IReadOnlyList<int> actual, RepeatSummaries rows, double count, double sum, double weights)
    {
        if (!(sum > 0) || !(weights > 1))
        {
            return null;
        }

        double ratio = count / sum, squares = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double rest = actual[i] - (ratio * expected[i]);
            squares += rows.Items[i].Weight * rest * rest;
        }

        return Math.Sqrt(weights / (weights - 1) * squares) / sum;
    }
}
