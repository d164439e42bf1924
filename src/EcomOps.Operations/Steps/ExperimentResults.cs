using EcomOps.Analytics.Experiments;
using EcomOps.Operations.History;

namespace EcomOps.Operations.Steps;

/// <summary>Visitors of one variant.</summary>
internal sealed record VariantResult(string Variant, long Visitors, long Orders, double RevenuePerVisitor, TwoSampleResult? Conversion, TwoSampleResult? Revenue);

/// <summary>One experiment. Each variant but the control carries its difference to the control, relative, with a 95 % interval.</summary>
/// <param name="Experiment">What was tested.</param>
/// <param name="Variants">The control first.</param>
/// <param name="Split">Check of the planned split.</param>
/// <param name="Mixed">Visitors who saw more than one variant; they are left out.</param>
/// <param name="IsRunning">Whether it ends after the history.</param>
internal sealed record ExperimentResult(ExperimentRecord Experiment, IReadOnlyList<VariantResult> Variants, SrmResult Split, int Mixed, bool IsRunning);

/// <summary>An experiment that cannot be judged, and why.</summary>
internal sealed record UnjudgedExperiment(ExperimentRecord Experiment, string Reason);

/// <summary>Every experiment of the history, either judged or named with the reason why not.</summary>
internal sealed record ExperimentResults(IReadOnlyList<ExperimentResult> Judged, IReadOnlyList<UnjudgedExperiment> Unjudged)
{
    internal static ExperimentResults None { get; } = new([], []);

    internal int Count => Judged.Count + Unjudged.Count;
}
