namespace EcomOps.Inventory.Replenishment;

/// <summary>The classes of an item.</summary>
/// <param name="Abc">By value of demand.</param>
/// <param name="Xyz">By steadiness of demand.</param>
/// <param name="Velocity">By how often it sells.</param>
public sealed record ItemClass(AbcClass Abc, XyzClass Xyz, VelocityClass Velocity)
{
    /// <summary>Two letters, for example <c>AX</c>.</summary>
    /// <returns>The class.</returns>
    public override string ToString() => $"{Abc}{Xyz}";
}
