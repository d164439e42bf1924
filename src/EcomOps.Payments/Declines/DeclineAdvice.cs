using NodaTime;

namespace EcomOps.Payments.Declines;

/// <summary>What may be done after a decline.</summary>
/// <param name="Code">The code it is for.</param>
/// <param name="Class">Class.</param>
/// <param name="CascadeNow">Whether another gateway may be tried at once.</param>
/// <param name="RetryAfter">Earliest time until a later attempt with the same credential makes sense; null when it does not.</param>
/// <param name="StepUp">Whether to repeat once with authentication; goes before a cascade.</param>
/// <param name="NeverRetry">Whether no attempt may follow with the same unchanged credential, here or elsewhere.</param>
/// <param name="MaskToShopper">Whether the shopper is told a general refusal only.</param>
/// <param name="IsUnknownOutcome">Whether the code is no decline at all: the payment must be looked up before anything else.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record DeclineAdvice(
    string Code,
    DeclineClass Class,
    bool CascadeNow = false,
    Duration? RetryAfter = null,
    bool StepUp = false,
    bool NeverRetry = false,
    bool MaskToShopper = false,
    bool IsUnknownOutcome = false)
{
    /// <summary>The strictest of two: what either forbids is forbidden, the later time counts, and the graver class.</summary>
    /// <param name="other">Advice for another code of the same decline.</param>
    /// <returns>Combined advice under this one's code.</returns>
    public DeclineAdvice Strictest(DeclineAdvice other)
    {
        ArgumentNullException.ThrowIfNull(other);
        bool never = NeverRetry || other.NeverRetry;
        return new DeclineAdvice(
            Code,
            Gravity(other.Class) > Gravity(Class) ? other.Class : Class,
            CascadeNow && other.CascadeNow && !never,
            RetryAfter is { } a && other.RetryAfter is { } b && !never ? Duration.Max(a, b) : null,
            (StepUp || other.StepUp) && !never,
            never,
            MaskToShopper || other.MaskToShopper,
            IsUnknownOutcome || other.IsUnknownOutcome);
    }

    private static int Gravity(DeclineClass value) => value switch
    {
        DeclineClass.Fraud => 6,
        DeclineClass.Hard => 5,
        DeclineClass.Auth => 4,
        DeclineClass.Data => 3,
        DeclineClass.Technical => 2,
        DeclineClass.Soft => 1,
        _ => 0,
    };
}
