using System.Globalization;
using EcomOps.Core;

namespace EcomOps.Analytics.Experiments;

/// <summary>Ranks ideas by the margin they can be expected to bring in a year.</summary>
public static class ExperimentBacklog
{
    /// <summary>Ranks ideas: by expected yearly margin after cost, then by the time the test takes, then by id.</summary>
    /// <param name="ideas">Ideas, all in one currency.</param>
    /// <param name="alpha">Two-sided error rate of the tests.</param>
    /// <param name="power">Power of the tests.</param>
    /// <returns>Ideas, the best first.</returns>
    /// <exception cref="ArgumentException">A rate is out of range or the currencies differ.</exception>
    public static IReadOnlyList<RankedIdea> Rank(IEnumerable<BacklogIdea> ideas, double alpha, double power)
    {
        RankedIdea[] valued = [.. ideas.Select(i => Value(i, alpha, power))];
        if (valued.Select(v => v.YearlyMargin.Currency).Distinct().Count() > 1)
        {
            throw new ArgumentException("Ideas are in several currencies; convert them at a named rate and date first.", nameof(ideas));
        }

        return
        [
            .. valued.OrderByDescending(v => v.YearlyMargin.Amount).ThenBy(v => v.Weeks ?? int.MaxValue).ThenBy(v => v.Idea.Id, StringComparer.Ordinal)
                .Select((v, i) => v with { Rank = i + 1 }),
        ];
    }

    private static RankedIdea Value(BacklogIdea idea, double alpha, double power)
    {
        if (!(idea.BaselineRate is > 0 and < 1) || !(idea.ExpectedRelativeLift > 0) || !(idea.BaselineRate * (1 + idea.ExpectedRelativeLift) < 1)
            || !(idea.ProbabilityOfSuccess is >= 0 and <= 1) || idea.MarginRate is < 0 or > 1 || idea.EligibleVisitorsPerMonth < 0)
        {
            throw new ArgumentException($"Idea {idea.Id}: rates must lie between 0 and 1 and the lift above 0.", nameof(idea));
        }

        decimal conversions = 12m * idea.EligibleVisitorsPerMonth * (decimal)idea.BaselineRate * (decimal)idea.ExpectedRelativeLift * (decimal)idea.ProbabilityOfSuccess;
        Money revenue = (idea.ValuePerConversion * conversions).Round(MoneyRounding.HalfEven);
        Money margin = (idea.ValuePerConversion * (conversions * idea.MarginRate)).Round(MoneyRounding.HalfEven) - idea.CostToBuild;
        long visitors = 2 * (long)Math.Ceiling(SampleSizes.ProportionUnpooled(idea.BaselineRate, idea.BaselineRate * (1 + idea.ExpectedRelativeLift), alpha, power));
        int? weeks = idea.EligibleVisitorsPerMonth == 0 ? null : (int)Math.Min(int.MaxValue, Math.Ceiling(visitors / (idea.EligibleVisitorsPerMonth * 12 / 365.25 * 7)));
        string text = string.Create(CultureInfo.InvariantCulture,
            $"{idea.EligibleVisitorsPerMonth:#,0} visitors x 12 months x {idea.BaselineRate:P2} conversion x {idea.ExpectedRelativeLift:P1} lift x {idea.ProbabilityOfSuccess:P0} chance = {conversions:#,0} orders; x {idea.ValuePerConversion} = {revenue}; x {idea.MarginRate:P0} margin - {idea.CostToBuild} to build = {margin}. Test: {visitors:#,0} visitors at alpha {alpha}, power {power}");
        return new RankedIdea(0, idea, revenue, margin, visitors, weeks, text + (weeks is { } w ? $", {w.ToString(CultureInfo.InvariantCulture)} weeks." : ", nobody eligible."));
    }
}
