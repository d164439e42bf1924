using EcomOps.Analytics.Experiments;

namespace EcomOps.Analytics.Tests.Experiments;

public sealed class GuardrailTests
{
    private static readonly Guardrail Returns = new("return rate", 0.05, HigherIsBetter: false);

    [Theory]
    [InlineData(2000, 2000, GuardrailState.Held)]
    [InlineData(2000, 2800, GuardrailState.Hurt)]
    [InlineData(20, 20, GuardrailState.Unclear)]
    public void A_guardrail_holds_only_when_a_loss_beyond_the_margin_is_excluded(int returnedControl, int returnedTreatment, GuardrailState expected)
    {
        ExperimentResult result = Run(returnedControl, returnedTreatment, new Guardrail("return rate", 0.2, HigherIsBetter: false));
        Assert.Equal(expected, result.Guardrails.Single(g => g.Guardrail.Name == "return rate").State);
    }

    [Fact]
    public void A_gain_that_hurts_a_guardrail_is_not_shipped()
    {
        Decision decision = Run(2000, 2800, Returns).Decision;
        Assert.IsType<Decision.Continue>(decision);
        Assert.Contains("return rate rises by 40 %, beyond the margin of 5 %", decision.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_shown_to_hold_is_said()
    {
        Decision decision = Run(2000, 2000, Returns).Decision;
        Assert.IsType<Decision.Ship>(decision);
        Assert.Contains("Not yet shown to hold: return rate", decision.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guardrail_without_data_is_misuse() => Assert.Throws<ArgumentException>(() => Experiment.Analyse(Shop("c", 1, 0), Shop("t", 2, 0), new ExperimentOptions(0.05) { Guardrails = [Returns] }));

    [Fact]
    public void Segments_that_differ_are_told_apart_from_segments_that_merely_look_so()
    {
        // Absolute differences 1 and -1 with standard errors sqrt(0.02): Q = 2 / 0.02 = 100. Same means elsewhere: Q = 0.
        MeanStatistic Arm(double mean) => new(100, 100 * mean, (100 * mean * mean) + 99);
        SegmentEffects differ = SegmentEffects.Analyse([("phone", Arm(5), Arm(6)), ("desktop", Arm(5), Arm(4))], 0.05, DifferenceKind.Absolute);
        Assert.Equal(100, differ.Q, 9);
        Assert.Equal(0, differ.Pooled, 12);
        Assert.True(differ.InteractionPValue < 1e-20);
        Assert.Contains("+1 in phone, -1 in desktop", differ.InWords(), StringComparison.Ordinal);

        SegmentEffects alike = SegmentEffects.Analyse([("phone", Arm(5), Arm(6)), ("desktop", Arm(5), Arm(6))], 0.05, DifferenceKind.Absolute);
        Assert.Equal(1, alike.InteractionPValue, 9);
        Assert.Contains("treat them alike", alike.InWords(), StringComparison.Ordinal);
        Assert.All(alike.Segments, s => Assert.True(s.AdjustedPValue > s.Comparison.PValue));
    }

    [Fact]
    public void Segments_without_enough_visitors_give_no_NaN()
    {
        SegmentEffects effects = SegmentEffects.Analyse([("a", new MeanStatistic(0, 0, 0), new MeanStatistic(1, 1, 1)), ("b", new MeanStatistic(9, 9, 9), new MeanStatistic(9, 9, 9))], 0.05);
        Assert.Equal((0.0, 0.0, 1.0), (effects.Pooled, effects.Q, effects.InteractionPValue));
        Assert.All(effects.Segments, s => Assert.Equal(1, s.AdjustedPValue));
    }

    private static ExperimentResult Run(int returnedControl, int returnedTreatment, Guardrail guardrail) => Experiment.Analyse(
        Shop("control", 0.03, returnedControl), Shop("treatment", 0.05, returnedTreatment), new ExperimentOptions(0.05) { Guardrails = [guardrail] });

    private static VariantData Shop(string name, double conversion, int returned)
    {
        var random = new Random(name.Length);
        return new VariantData(name, [.. Enumerable.Range(0, 20000).Select(_ => random.NextDouble() < conversion ? new VisitorOutcome(1, 20 + (10 * random.NextDouble())) : new VisitorOutcome(0, 0))])
        {
            Guardrails = returned == 0 ? new Dictionary<string, SampleStatistic>() : new Dictionary<string, SampleStatistic> { ["return rate"] = new ProportionStatistic(20000, returned) },
        };
    }
}
