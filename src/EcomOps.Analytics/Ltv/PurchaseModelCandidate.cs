using EcomOps.Analytics.Customers;

namespace EcomOps.Analytics.Ltv;

/// <summary>A model of purchases that may be chosen, with the way to fit it.</summary>
/// <param name="Name">Name, unique among the candidates of one choice.</param>
/// <param name="Fit">Fits the model to histories; must be a pure function of them.</param>
public sealed record PurchaseModelCandidate(string Name, Func<RepeatSummaries, PurchaseModel> Fit)
{
    /// <summary>BG/NBD: customers leave after a repeat purchase.</summary>
    public static PurchaseModelCandidate BgNbd { get; } = new("BG/NBD", s => BgNbdModel.Fit(s));

    /// <summary>MBG/NBD: customers leave after any purchase.</summary>
    public static PurchaseModelCandidate MbgNbd { get; } = new("MBG/NBD", s => MbgNbdModel.Fit(s));

    /// <summary>Pareto/NBD: customers leave at any time.</summary>
    public static PurchaseModelCandidate ParetoNbd { get; } = new("Pareto/NBD", s => ParetoNbdModel.Fit(s));

    /// <summary>BG/NBD, MBG/NBD and Pareto/NBD, four parameters each; of equal scores the first named wins.</summary>
    public static IReadOnlyList<PurchaseModelCandidate> Standard { get; } = [BgNbd, MbgNbd, ParetoNbd];
}
