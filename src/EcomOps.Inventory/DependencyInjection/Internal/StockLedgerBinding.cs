using System.Globalization;
using EcomOps.Inventory.Ledger;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using NodaTime;

namespace EcomOps.Inventory.DependencyInjection.Internal;

// Reads options from a section by hand: the generated binder knows no NodaTime durations, and would stop at the first bad value.
internal sealed class StockLedgerBinding(IConfiguration section) : IValidateOptions<StockLedgerOptions>
{
    public void Apply(StockLedgerOptions options) => Read(options, []);

    public ValidateOptionsResult Validate(string? name, StockLedgerOptions options)
    {
        List<string> failures = [];
        Read(new(), failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private void Read(StockLedgerOptions options, List<string> failures)
    {
        options.Shard = section[nameof(options.Shard)] ?? options.Shard;
        options.DefaultTimeToLive = Span(nameof(options.DefaultTimeToLive), options.DefaultTimeToLive);
        options.MaximumTimeToLive = Span(nameof(options.MaximumTimeToLive), options.MaximumTimeToLive);
        options.KeyRetention = Span(nameof(options.KeyRetention), options.KeyRetention);
        options.Linger = Span(nameof(options.Linger), options.Linger);
        options.RefreshInterval = Span(nameof(options.RefreshInterval), options.RefreshInterval);
        options.OverdueReview = Span(nameof(options.OverdueReview), options.OverdueReview);
        options.MaximumBatch = Number(nameof(options.MaximumBatch), options.MaximumBatch);
        options.QueueCapacity = Number(nameof(options.QueueCapacity), options.QueueCapacity);
        options.MaximumAttempts = Number(nameof(options.MaximumAttempts), options.MaximumAttempts);

        Duration Span(string member, Duration otherwise)
        {
            if (section[member] is not { } text)
            {
                return otherwise;
            }

            if (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out TimeSpan span))
            {
                return Duration.FromTimeSpan(span);
            }

            failures.Add($"{member}: '{text}' is no duration; write hh:mm:ss, for example 00:15:00, or d.hh:mm:ss.");
            return otherwise;
        }

        int Number(string member, int otherwise)
        {
            if (section[member] is not { } text)
            {
                return otherwise;
            }

            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            {
                return number;
            }

            failures.Add($"{member}: '{text}' is no whole number.");
            return otherwise;
        }
    }
}
