using NodaTime;

namespace EcomOps.Analytics.Growth;

/// <summary>How the value of an order is credited to the channels on its path.</summary>
/// <remarks>A closed hierarchy. Attribution divides what happened; it does not say what a channel caused: that needs a holdout (<see cref="IncrementalReturn"/>).</remarks>
public abstract record AttributionModel
{
    private AttributionModel()
    {
    }

    /// <summary>All to the first touch.</summary>
    public sealed record First : AttributionModel;

    /// <summary>All to the last touch.</summary>
    public sealed record Last : AttributionModel;

    /// <summary>All to the last touch that is not direct; to direct when there is no other.</summary>
    public sealed record LastNonDirect : AttributionModel;

    /// <summary>The same to every touch.</summary>
    public sealed record Linear : AttributionModel;

    /// <summary>A share each to the first and the last touch, the rest evenly to those between; one touch takes all, two take half each.</summary>
    /// <param name="End">Share of the first and of the last touch, above 0 and at most 0.5; 0.4 is the usual choice.</param>
    public sealed record Position(decimal End = 0.4m) : AttributionModel;

    /// <summary>Weight halves with each half-life between touch and order.</summary>
    /// <param name="HalfLife">Half-life, above zero.</param>
    public sealed record TimeDecay(Duration HalfLife) : AttributionModel;

    /// <summary>In proportion to the removal effect of each channel in a first-order Markov chain over all paths (Anderl et al. 2016): the share of conversions lost when visits to the channel end without one.</summary>
    public sealed record Markov : AttributionModel;

    /// <summary>In proportion to the Shapley value of each channel, with the orders of paths that use only channels of a set as its worth (at most 12 channels).</summary>
    public sealed record Shapley : AttributionModel;
}
