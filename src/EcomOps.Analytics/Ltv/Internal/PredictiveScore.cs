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

    // Sum of differences between two models and its standard error over customers; customers without difference may be left out of the array.
    public static (double Lead, double? Error) Lead(double[] differences, int customers)
    {
        double sum = differences.Sum(), squares = differences.Sum(d => d * d);
        return (sum, customers < 2 ? null : Math.Sqrt(Math.Max(0, customers / (customers - 1.0) * (squares - (sum * sum / customers)))));
    }
}
