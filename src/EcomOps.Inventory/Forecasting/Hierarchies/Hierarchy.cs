namespace EcomOps.Inventory.Forecasting.Hierarchies;

/// <summary>Series and the named sums of them that must agree: a tree (SKU, category, shop) or crossed groups (category by region).</summary>
/// <remarks>Immutable and thread-safe. Compared by reference.</remarks>
public sealed class Hierarchy
{
    private Hierarchy(string[] bottom, string[] groups, int[][] members)
    {
        Bottom = bottom;
        Groups = groups;
        Members = members;
        Nodes = [.. groups, .. bottom];
    }

    /// <summary>Ids of the series at the bottom.</summary>
    public IReadOnlyList<string> Bottom { get; }

    /// <summary>Ids of the sums.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>Groups, then bottom series.</summary>
    public IReadOnlyList<string> Nodes { get; }

    // Indices of the bottom series of each group: the rows of the summing matrix above the identity.
    internal int[][] Members { get; }

    /// <summary>Series with one total.</summary>
    /// <param name="total">Id of the total.</param>
    /// <param name="bottom">Ids of the series.</param>
    /// <returns>The hierarchy.</returns>
    /// <exception cref="ArgumentException">No series, or an id twice.</exception>
    public static Hierarchy Total(string total, IEnumerable<string> bottom)
    {
        ArgumentNullException.ThrowIfNull(bottom);
        string[] ids = [.. bottom];
        return Of(ids, [new HierarchyGroup(total, ids)]);
    }

    /// <summary>Series and groups of them.</summary>
    /// <param name="bottom">Ids of the series; at least one.</param>
    /// <param name="groups">Groups in any order; a member is a series or another group, and each series counts once in a group.</param>
    /// <returns>The hierarchy.</returns>
    /// <exception cref="ArgumentException">
    /// All that is wrong, in one message: no series, an id that is empty or used twice, an unknown member, an empty group, a series that
    /// counts twice in a group, groups that contain each other or are nested deeper than 100.
    /// </exception>
    public static Hierarchy Of(IEnumerable<string> bottom, IEnumerable<HierarchyGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(bottom);
        ArgumentNullException.ThrowIfNull(groups);
        return new Internal.HierarchyBuilder([.. bottom], [.. groups]).Build((series, sums, members) => new Hierarchy(series, sums, members));
    }

    /// <inheritdoc />
    public override string ToString() => $"{Bottom.Count} series in {Groups.Count} groups";
}
