namespace EcomOps.Operations.Runs;

/// <summary>Where an operations run stands.</summary>
/// <param name="Step">What is being done, as a phrase ("forecasting demand").</param>
/// <param name="Number">Number of the step, from 1 to <paramref name="Total"/>.</param>
/// <param name="Total">Steps of the whole run.</param>
public sealed record RunProgress(string Step, int Number, int Total)
{
    /// <summary>Share of the run that is done when this step begins, in [0, 1).</summary>
    public double Fraction => (Number - 1) / (double)Total;
}
