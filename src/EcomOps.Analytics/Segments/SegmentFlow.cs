using EcomOps.Core;

namespace EcomOps.Analytics.Segments;

/// <summary>How one segment grew or shrank between two days.</summary>
/// <param name="Segment">Segment.</param>
/// <param name="Before">Customers on the earlier day.</param>
/// <param name="Stayed">Those of them who are in it on the later day too.</param>
/// <param name="CameIn">Customers who came from another segment or are new.</param>
/// <param name="Left">Customers who went to another segment or are gone.</param>
/// <param name="MonetaryBefore">Monetary value of its customers on the earlier day.</param>
/// <param name="MonetaryAfter">Monetary value of its customers on the later day.</param>
public sealed record SegmentFlow(string Segment, int Before, int Stayed, int CameIn, int Left, Money MonetaryBefore, Money MonetaryAfter)
{
    /// <summary>Customers on the later day.</summary>
    public int After => Stayed + CameIn;

    /// <summary>Customers won less customers lost; negative when it shrank.</summary>
    public int Net => CameIn - Left;
}
