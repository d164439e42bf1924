namespace EcomOps.Analytics.Metrics;

/// <summary>Which part of the shop a metric looks at; null is everything.</summary>
/// <param name="Channel">Only this acquisition channel.</param>
/// <param name="Category">Only lines of this category; order-level costs, spend and sessions are then not known.</param>
/// <param name="Segment">Only orders of this customer segment; spend and sessions are then not known.</param>
public sealed record FactFilter(string? Channel = null, string? Category = null, string? Segment = null)
{
    /// <summary>The value that stands for facts without one, so that the parts of a split add up to the whole.</summary>
    public const string Unknown = "(unknown)";

    /// <summary>Everything.</summary>
    public static FactFilter None { get; } = new();

    /// <summary>Only orders to this country; spend and sessions are then not known.</summary>
    public string? Country { get; init; }

    /// <summary>Only orders placed here; spend and sessions are then not known.</summary>
    public string? SalesChannel { get; init; }

    /// <summary>One value of one dimension.</summary>
    /// <param name="dimension">Dimension.</param>
    /// <param name="value">Value; <see cref="Unknown"/> for facts without one.</param>
    /// <returns>The filter.</returns>
    public static FactFilter Of(FactDimension dimension, string value) => None.And(dimension, value);

    /// <summary>This filter narrowed to one value of one dimension.</summary>
    /// <param name="dimension">Dimension.</param>
    /// <param name="value">Value; <see cref="Unknown"/> for facts without one.</param>
    /// <returns>The narrower filter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public FactFilter And(FactDimension dimension, string value) => dimension switch
    {
        FactDimension.Channel => this with { Channel = value },
        FactDimension.Category => this with { Category = value },
        FactDimension.Segment => this with { Segment = value },
        FactDimension.Country => this with { Country = value },
        FactDimension.SalesChannel => this with { SalesChannel = value },
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Unknown dimension."),
    };

    internal bool TakesOrder(string? channel, string? segment, string? country, string? salesChannel) =>
        Same(Channel, channel) && Same(Segment, segment) && Same(Country, country) && Same(SalesChannel, salesChannel);

    internal bool TakesLine(string? category) => Same(Category, category);

    // Spend and sessions know their channel and nothing else.
    internal bool TakesChannelOnly => Category is null && Segment is null && Country is null && SalesChannel is null;

    internal static bool Same(string? wanted, string? value) => wanted is null || string.Equals(wanted, value ?? Unknown, StringComparison.Ordinal);
}
