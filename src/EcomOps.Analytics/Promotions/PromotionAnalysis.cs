using EcomOps.Analytics.Promotions.Internal;
using EcomOps.Core;

namespace EcomOps.Analytics.Promotions;

/// <summary>Estimates what promotions did from weekly sales and control products.</summary>
/// <remarks>
/// Baseline: quasi-Poisson regression with log link on trend and the control index, promotion weeks and the weeks after left out.
/// A randomised holdout, read as an experiment, is always better evidence. Pure and thread-safe.
/// </remarks>
public static class PromotionAnalysis
{
    /// <summary>Name of the method.</summary>
    public const string Method = "control-series regression (quasi-Poisson, trend and control index)";

    /// <summary>Checks a study.</summary>
    /// <param name="study">Study.</param>
    /// <returns>Errors that make an analysis impossible; empty when it can run.</returns>
    public static IReadOnlyList<Issue> Validate(PromotionStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return StudyCheck.Run(study);
    }

    /// <summary>Estimates every promotion of a study.</summary>
    /// <param name="study">Study.</param>
    /// <returns>One effect a promotion, in the order of the study.</returns>
    /// <exception cref="ArgumentException">The study has errors; see <see cref="Validate"/>.</exception>
    public static IReadOnlyList<PromotionEffect> Analyse(PromotionStudy study)
    {
        IReadOnlyList<Issue> issues = Validate(study);
        if (issues.FirstOrDefault(i => i.Severity == Severity.Error) is { } error)
        {
            throw new ArgumentException(error.ToString(), nameof(study));
        }

        return new StudyEstimator(study).Run();
    }
}
