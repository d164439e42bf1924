using EcomOps.Core;
using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// A way to judge a forecaster on the past of one series. The result must not depend on anything but its arguments.
internal interface ITrial
{
    // What is measured, in words that follow "chosen by".
    string Measure { get; }

    // Neighbouring losses that share the same periods: only every such one counts as independent.
    int Overlap { get; }

    // Why this measure must not judge such a series; null when it may.
    Issue? Refusal(DemandProfile profile);

    // What a candidate's decision costs more than that of the standard, were the standard's distribution true, and how many independent losses this belief is
    // worth: as many as it takes to see the rare event that the decision guards against.
    (double Loss, double Weight) Belief(Forecast standard, Forecast candidate);

    TrialResult Run(IForecaster candidate, DemandSeries series);
}
