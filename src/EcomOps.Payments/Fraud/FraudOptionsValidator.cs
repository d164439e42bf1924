using Microsoft.Extensions.Options;

namespace EcomOps.Payments.Fraud;

/// <summary>Validates <see cref="FraudOptions"/>: 0 &lt; challenge ≤ review ≤ block ≤ 101, where 101 means never.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class FraudOptionsValidator : IValidateOptions<FraudOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, FraudOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.ChallengeFrom > 0 && options.ChallengeFrom <= options.ReviewFrom && options.ReviewFrom <= options.BlockFrom && options.BlockFrom <= 101
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Fraud thresholds: 0 < ChallengeFrom <= ReviewFrom <= BlockFrom <= 101 (101: never).");
    }
}
