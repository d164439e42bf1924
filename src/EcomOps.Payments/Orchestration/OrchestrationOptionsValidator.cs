using Microsoft.Extensions.Options;

namespace EcomOps.Payments.Orchestration;

/// <summary>Validates <see cref="OrchestrationOptions"/>: every member's range.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class OrchestrationOptionsValidator : IValidateOptions<OrchestrationOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, OrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> failures = [];
        Require(options.MaximumCascades, 0, 5, nameof(options.MaximumCascades));
        Require(options.MaximumAttempts, 1, 30, nameof(options.MaximumAttempts));
        Require(options.CallTimeout, 1, 300, nameof(options.CallTimeout));
        Require(options.CircuitFailures, 1, 100, nameof(options.CircuitFailures));
        Require(options.CircuitOpen, 1, 3600, nameof(options.CircuitOpen));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Require(int value, int least, int most, string member)
        {
            if (value < least || value > most)
            {
                failures.Add($"{member}: {least} to {most}, not {value}.");
            }
        }
    }
}
