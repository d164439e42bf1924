using Microsoft.Extensions.Options;

namespace EcomOps.Analytics.Events.Delivery;

/// <summary>Validates <see cref="EventSenderOptions"/>: ranges, and waits that fit each other.</summary>
public sealed class EventSenderOptionsValidator : IValidateOptions<EventSenderOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, EventSenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> problems = [];
        Check(options.Capacity >= 1, "Capacity must be 1 or more.");
        Check(options.MaxAttempts is >= 1 and <= 100, "MaxAttempts must be 1 to 100.");
        Check(options.DeduplicationWindow >= 1, "DeduplicationWindow must be 1 or more.");
        Check(options.FirstDelay > TimeSpan.Zero, "FirstDelay must be above zero.");
        Check(options.LongestDelay >= options.FirstDelay, "LongestDelay must not be below FirstDelay.");
        Check(options.Linger >= TimeSpan.Zero, "Linger must be zero or more.");
        Check(options.ClockTolerance >= TimeSpan.Zero, "ClockTolerance must be zero or more.");
        Check(Enum.IsDefined(options.UnknownConsent), "UnknownConsent must be Hold, Strip or Withhold.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Check(bool isRight, string problem)
        {
            if (!isRight)
            {
                problems.Add(problem);
            }
        }
    }
}
