using System.Globalization;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Rules.Backtesting.Internal;

internal sealed record BacktestRecord(Facts Facts, Instant At, string Label, decimal Amount, string? Id, long Line)
{
    public string Name => Id ?? string.Create(CultureInfo.InvariantCulture, $"line {Line}");
}
