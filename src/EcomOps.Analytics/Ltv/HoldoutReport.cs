using EcomOps.Analytics.Customers;

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
    /// <summary>Compares expected with actual purchases.</summary>
    /// <param name="model">Model fitted to the calibration period.</param>
    /// <param name="calibration">Histories at its end.</param>
    /// <param name="actual">Purchases in the holdout, one figure a row of <paramref name="calibration"/>.</param>
    /// <param name="horizon">Length of the holdout in the model's unit.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The lengths or units differ, or there is no customer.</exception>
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
            double w = calibration.Items[i].Weight, difference = expected[i] - actual[i], log = Math.Log(1 + expected[i]) - Math.Log(1.0 + actual[i]);
            weights += w;
            absolute += w * Math.Abs(difference);
            squared += w * difference * difference;
            logs += w * log * log;
            sum += w * expected[i];
            count += w * actual[i];
        }

        return new HoldoutReport(model.Name, horizon, count, sum, absolute / weights, Math.Sqrt(squared / weights), logs / weights);
    }
}
