using EcomOps.Inventory.Ledger;
using Microsoft.Extensions.Options;
using NodaTime;

namespace EcomOps.Inventory.DependencyInjection.Internal;

// Every member's range, and members that must fit each other.
internal sealed class StockLedgerOptionsValidator : IValidateOptions<StockLedgerOptions>
{
    private static readonly Duration LongestLinger = Duration.FromSeconds(1);

    public ValidateOptionsResult Validate(string? name, StockLedgerOptions options)
    {
        List<string> failures = [];
        if (string.IsNullOrWhiteSpace(options.Shard) || options.Shard.Length > 64)
        {
            failures.Add($"{nameof(options.Shard)}: 1 to 64 characters, not '{options.Shard}'.");
        }

        Within(options.MaximumBatch, 1, 100_000, nameof(options.MaximumBatch));
        Within(options.QueueCapacity, 1, 10_000_000, nameof(options.QueueCapacity));
        Within(options.MaximumAttempts, 1, 10_000, nameof(options.MaximumAttempts));
        Positive(options.DefaultTimeToLive, nameof(options.DefaultTimeToLive));
        Positive(options.MaximumTimeToLive, nameof(options.MaximumTimeToLive));
        Positive(options.KeyRetention, nameof(options.KeyRetention));
        NotNegative(options.RefreshInterval, nameof(options.RefreshInterval));
        NotNegative(options.OverdueReview, nameof(options.OverdueReview));
        NotNegative(options.Linger, nameof(options.Linger));
        if (options.Linger > LongestLinger)
        {
            failures.Add($"{nameof(options.Linger)}: at most 1 second, not {options.Linger}; every caller would wait so long.");
        }

        if (options.DefaultTimeToLive > options.MaximumTimeToLive)
        {
            failures.Add($"{nameof(options.DefaultTimeToLive)}: {options.DefaultTimeToLive} is longer than {nameof(options.MaximumTimeToLive)}, {options.MaximumTimeToLive}; holds without a time of their own would all be refused.");
        }

        if (options.KeyRetention < options.MaximumTimeToLive)
        {
            failures.Add($"{nameof(options.KeyRetention)}: {options.KeyRetention} is shorter than {nameof(options.MaximumTimeToLive)}, {options.MaximumTimeToLive}; a request could be repeated as new while its hold still lives.");
        }

        if (options.QueueCapacity < options.MaximumBatch)
        {
            failures.Add($"{nameof(options.QueueCapacity)}: {options.QueueCapacity} is less than {nameof(options.MaximumBatch)}, {options.MaximumBatch}; no batch could ever fill.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Within(int value, int least, int most, string member)
        {
            if (value < least || value > most)
            {
                failures.Add($"{member}: {least} to {most}, not {value}.");
            }
        }

        void Positive(Duration value, string member)
        {
            if (value <= Duration.Zero)
            {
                failures.Add($"{member}: above 0, not {value}.");
            }
        }

        void NotNegative(Duration value, string member)
        {
            if (value < Duration.Zero)
            {
                failures.Add($"{member}: 0 or more, not {value}.");
            }
        }
    }
}
