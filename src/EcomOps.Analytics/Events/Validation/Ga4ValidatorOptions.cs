using NodaTime;

namespace EcomOps.Analytics.Events.Validation;

/// <summary>Circumstances under which a GA4 payload is judged.</summary>
public sealed record Ga4ValidatorOptions
{
    /// <summary>A web stream of a standard property, counting strictly.</summary>
    public static Ga4ValidatorOptions Default { get; } = new();

    /// <summary>Kind of stream; web by default.</summary>
    public Ga4Stream Stream { get; init; }

    /// <summary>Whether the property is a 360 property, which takes values of 500 characters; false by default.</summary>
    public bool IsPremium { get; init; }

    /// <summary>Whether GA4's own parameters count among the 25; true by default, as the documentation does not say.</summary>
    public bool CountBuiltInParameters { get; init; } = true;

    /// <summary>What a limit on characters counts; code points by default.</summary>
    public TextLengthUnit LengthUnit { get; init; }

    /// <summary>Now, to judge how far events lie back; null leaves times unjudged.</summary>
    public Instant? Now { get; init; }
}
