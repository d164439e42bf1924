namespace EcomOps.Analytics.Events;

/// <summary>Circumstances of an event.</summary>
/// <remarks>Immutable. Nothing in it identifies a person: no address, no user agent string.</remarks>
public sealed record EventContext
{
    /// <summary>Nothing known.</summary>
    public static EventContext None { get; } = new();

    /// <summary>Address of the page, without personal data in its query.</summary>
    public string? PageUrl { get; init; }

    /// <summary>Title of the page.</summary>
    public string? PageTitle { get; init; }

    /// <summary>Page that led here.</summary>
    public string? Referrer { get; init; }

    /// <summary>Campaign.</summary>
    public EventCampaign? Campaign { get; init; }

    /// <summary>Kind of device, for example <c>mobile</c>.</summary>
    public string? Device { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Locale { get; init; }

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether a robot made it. Flagged events are kept; metrics leave them out.</summary>
    public bool IsBot { get; init; }

    /// <summary>Whether the shop's own staff made it. Flagged events are kept; metrics leave them out.</summary>
    public bool IsInternal { get; init; }
}
