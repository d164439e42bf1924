using EcomOps.Analytics.Customers;

namespace EcomOps.Analytics.Ltv.Internal;

// One customer's log-likelihood and its derivatives in the logarithms of the four parameters, whose second is the scale of the rate.
internal abstract class CustomerKernel
{
    // Position of the parameter that the effects on leaving move, and in which direction they move its logarithm.
    public abstract (int Position, int Sign) Leaving { get; }

    // Called once before the customers of one evaluation; the parameters that no characteristic moves are common to all.
    public abstract void Begin(ReadOnlySpan<double> common);

    public abstract double Evaluate(RepeatSummary customer, ReadOnlySpan<double> logs, Span<double> gradient);
}
