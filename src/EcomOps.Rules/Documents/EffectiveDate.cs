using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.Documents;

/// <summary>One end of a rule's window: a day, meaning its start in the set's zone, or an instant.</summary>
/// <remarks>Equal by value; immutable.</remarks>
public sealed record EffectiveDate
{
    /// <summary>Start of a day in the set's zone.</summary>
    /// <param name="day">Day.</param>
    public EffectiveDate(LocalDate day) => Day = day;

    /// <summary>An instant, whatever the zone.</summary>
    /// <param name="instant">Instant.</param>
    public EffectiveDate(Instant instant) => Instant = instant;

    /// <summary>The day, or null when an instant is given.</summary>
    public LocalDate? Day { get; }

    /// <summary>The instant, or null when a day is given.</summary>
    public Instant? Instant { get; }

    /// <summary>Reads <c>2026-11-27</c>, <c>2026-11-27T18:00:00Z</c> or <c>2026-11-27T18:00:00+01:00</c>.</summary>
    /// <param name="text">Text.</param>
    /// <param name="date">The date.</param>
    /// <returns>Whether the text has one of these forms.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EffectiveDate? date)
    {
        date = null;
        if (text is null)
        {
            return false;
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
        {
            date = new EffectiveDate(day.Value);
        }
        else if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } instant)
        {
            date = new EffectiveDate(instant.Value.ToInstant());
        }

        return date is not null;
    }

    /// <summary>The instant meant in a zone.</summary>
    /// <param name="zone">The set's zone.</param>
    /// <returns>The instant; for a day its first instant, also when midnight is skipped.</returns>
    public Instant In(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Instant ?? Day!.Value.AtStartOfDayInZone(zone).ToInstant();
    }

    /// <summary>ISO 8601 text that <see cref="TryParse"/> reads back.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Day is { } day
        ? LocalDatePattern.Iso.Format(day)
        : InstantPattern.ExtendedIso.Format(Instant!.Value);
}
