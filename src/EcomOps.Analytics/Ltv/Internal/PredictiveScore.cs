using EcomOps.Analytics.Customers;

namespace EcomOps.Analytics.Ltv.Internal;

// What a model made of the purchases between two days, customer by customer, for customers known at the first.
internal static class PredictiveScore
{
    public static double[] Of(PurchaseModel model, RepeatSummaries before, RepeatSummaries after)
    {
        double[] scores = new double[before.Items.Count];
        int at = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            // Both are in the order of customers, and who is in the first is in the second.
            while (after.CustomerPositions![at] != before.CustomerPositions![i])
            {
                at++;
            }

            scores[i] = model.LogLikelihood(after.Items[at]) - model.LogLikelihood(before.Items[i]);
        }

        return scores;
    }

    // Sum of the differences and its standard error over customers.
    public static (double Lead, double? Error) Compare(double[] first, double[] second)
    {
        int n = first.Length;
        double[] differences = [.. first.Zip(second, (x, y) => x - y)];
        double sum = differences.Sum(), mean = sum / n;
        return (sum, n < 2 ? null : Math.Sqrt(n / (n - 1.0) * differences.Sum(d => (d - mean) * (d - mean))));
    }
}
