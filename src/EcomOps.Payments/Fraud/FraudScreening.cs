using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Explanation;
using NodaTime;

namespace EcomOps.Payments.Fraud;

/// <summary>Scores orders at checkout by rules that say why.</summary>
/// <remarks>A pure function of facts, rules, instant and options. Thread-safe.</remarks>
public sealed class FraudScreening
{
    private readonly RuleSet _rules;
    private readonly FraudOptions _options;

    /// <summary>Makes a screening.</summary>
    /// <param name="rules">A set with hit policy <c>accumulate(sum)</c> and the outcome <c>{ points, reason }</c>; null for <see cref="FraudRules.Default"/>.</param>
    /// <param name="options">Thresholds; null for the defaults.</param>
    /// <exception cref="ArgumentException">The thresholds are not ascending.</exception>
    public FraudScreening(RuleSet? rules = null, FraudOptions? options = null)
    {
        _rules = rules ?? FraudRules.Default;
        _options = options ?? new FraudOptions();
        if (new FraudOptionsValidator().Validate(null, _options) is { Failed: true } failed)
        {
            throw new ArgumentException(failed.FailureMessage, nameof(options));
        }
    }

    /// <summary>Scores an order.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <param name="at">Instant.</param>
    /// <returns>The decision; a review when the rules fail.</returns>
    public FraudDecision Screen(FraudFacts facts, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Decision decision = _rules.Evaluate(facts, at);
        if (decision is not Decided decided)
        {
            string error = decision is Failed failed ? $"Rule '{failed.Rule}': {failed.Error.Message}" : $"The rules gave {decision.GetType().Name}.";
            return new FraudDecision(FraudAction.Review, 0, [], _rules.Identity, error);
        }

        FraudReason[] reasons =
        [
            .. decided.Matched.Select(m => new FraudReason(m.Id, m.Outcome.GetOr("points", 0), m.Outcome.GetOr("reason", m.Id))).OrderByDescending(r => r.Points),
        ];
        int score = (int)Math.Clamp(reasons.Sum(r => (long)r.Points), 0, 100);
        return new FraudDecision(Action(score), score, reasons, _rules.Identity);
    }

    /// <summary>Explains a score rule by rule: why each did or did not apply.</summary>
    /// <param name="facts">What is known of the order.</param>
    /// <param name="at">Instant.</param>
    /// <returns>The explanation.</returns>
    public DecisionExplanation Explain(FraudFacts facts, Instant at) => _rules.Explain(facts, at);

    private FraudAction Action(int score) =>
        score >= _options.BlockFrom ? FraudAction.Block : score >= _options.ReviewFrom ? FraudAction.Review : score >= _options.ChallengeFrom ? FraudAction.Challenge : FraudAction.Allow;
}
