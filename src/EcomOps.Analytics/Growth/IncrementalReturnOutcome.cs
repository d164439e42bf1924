using EcomOps.Core;

namespace EcomOps.Analytics.Growth;

/// <summary>What a holdout or a test in regions tells of the incremental return on ad spend.</summary>
/// <remarks>A closed hierarchy; immutable.</remarks>
public abstract record IncrementalReturnOutcome
{
    private IncrementalReturnOutcome()
    {
    }

    /// <summary>An estimate with its interval.</summary>
    /// <param name="Measure">What the values were.</param>
    /// <param name="Confidence">Confidence of the interval, above 0 and below 1.</param>
    /// <param name="Spend">Spend on the exposed units, above 0, in major units of the shop's currency.</param>
    /// <param name="Incremental">What the spend brought over all exposed units, in the same unit; an estimate and no booked amount; may be negative.</param>
    /// <param name="StandardError">Standard error of <paramref name="Incremental"/>.</param>
    /// <param name="DegreesOfFreedom">Degrees of freedom of Student's t behind the interval.</param>
    /// <param name="Low">Lower end of the return on one unit of spend.</param>
    /// <param name="High">Upper end.</param>
    /// <param name="Caveats">What weakens it, as warnings; empty when nothing does.</param>
    public sealed record Estimated(
        IncrementalMeasure Measure, double Confidence, decimal Spend, double Incremental, double StandardError, double DegreesOfFreedom, double Low, double High, IReadOnlyList<Issue> Caveats)
        : IncrementalReturnOutcome
    {
        /// <summary>Incremental revenue or margin for each unit of spend.</summary>
        public double Iroas => Incremental / (double)Spend;

        /// <summary>The same estimate as margin, with one share for all sales; margin by unit, given to the test itself, is better.</summary>
        /// <param name="marginShare">Contribution margin before marketing (CM2) as a share of net sales, above 0 and at most 1.</param>
        /// <returns>The estimate as <see cref="IncrementalMeasure.Margin"/>.</returns>
        /// <exception cref="InvalidOperationException">It is margin already.</exception>
        public Estimated AsMargin(double marginShare)
        {
            if (Measure == IncrementalMeasure.Margin)
            {
                throw new InvalidOperationException("The estimate is margin already.");
            }

            if (!(marginShare is > 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(marginShare), marginShare, "The share of margin lies above 0 and at most at 1.");
            }

            return this with
            {
                Measure = IncrementalMeasure.Margin,
                Incremental = Incremental * marginShare,
                StandardError = StandardError * marginShare,
                Low = Low * marginShare,
                High = High * marginShare,
            };
        }

        /// <summary>The estimate as a sentence to decide by.</summary>
        /// <returns>Invariant text, for example <c>With 90 % confidence the spend brought back between 1.20 and 2.10 of margin for each 1 spent (best estimate 1.65): it earns more than it costs.</c></returns>
        public string ToSentence() => Internal.ReturnWords.Of(this);
    }

    /// <summary>No estimate.</summary>
    /// <param name="Error">Why.</param>
    /// <param name="Message">Why and what to do, for people.</param>
    public sealed record NotEstimable(IncrementalReturnError Error, string Message) : IncrementalReturnOutcome;
}
