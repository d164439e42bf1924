namespace EcomOps.Inventory.Forecasting.Internal;

// Losses in the order of time, comparable one by one between candidates; what else was seen, in words; whether a promise was kept within chance.
internal sealed record TrialResult(double[] Losses, string Seen = "", bool KeepsPromise = true)
{
    public double Mean { get; } = Losses.Length == 0 ? 0 : Losses.Average();
}
