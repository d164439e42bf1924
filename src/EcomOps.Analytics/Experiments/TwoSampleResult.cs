namespace EcomOps.Analytics.Experiments;

/// <summary>A difference between two variants with its uncertainty.</summary>
/// <param name="Effect">Estimated difference; 0 with an error.</param>
/// <param name="StandardError">Its standard error; 0 with an error.</param>
/// <param name="Low">Lower end of the interval; null means unbounded.</param>
/// <param name="High">Upper end; null means unbounded.</param>
/// <param name="PValue">p-value; 1 with an error. Always valid for a sequential test.</param>
/// <param name="Error">Why there is no comparison; null when there is one.</param>
public sealed record TwoSampleResult(double Effect, double StandardError, double? Low, double? High, double PValue, TwoSampleError? Error = null)
{
    /// <summary>Whether the interval excludes 0.</summary>
    public bool IsSignificant => Error is null && (Low > 0 || High < 0);

    internal static TwoSampleResult Failed(TwoSampleError error) => new(0, 0, 0, 0, 1, error);
}
