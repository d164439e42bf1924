using Microsoft.Extensions.Options;

namespace EcomOps.Routing;

/// <summary>Validates <see cref="RoutingOptions"/>: every member's range, and tolerances of 1 or more in ascending order.</summary>
/// <remarks>Thread-safe. Written by hand: the generated validators take their messages' culture from the surroundings.</remarks>
public sealed class RoutingOptionsValidator : IValidateOptions<RoutingOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, RoutingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> failures = [];
        Require(Enum.IsDefined(options.Objective), "Objective: Cost or FewestParcels.");
        Require(options.SplitCost >= 0, "SplitCost: 0 or more.");
        Require(options.CapacityHorizon is >= 0 and <= 365, "CapacityHorizon: 0 to 365 days.");
        Require(options.MaximumNodes >= 1, "MaximumNodes: 1 or more.");
        Require(options.Tolerances.All(t => t > 0) && options.Tolerances.SequenceEqual(options.Tolerances.Order()), "Tolerances: business days of 1 or more in ascending order.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Require(bool holds, string message)
        {
            if (!holds)
            {
                failures.Add(message);
            }
        }
    }
}
