using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Replenishment;

/// <summary>Sorts items into ABC, XYZ and velocity classes.</summary>
public static class ItemClassification
{
    /// <summary>Share of the value that A items reach together.</summary>
    public const double ShareOfA = 0.80;

    /// <summary>Share of the value that A and B items reach together.</summary>
    public const double ShareOfB = 0.95;

    /// <summary>ABC classes by value, largest first: an item is A while the items before it hold less than <see cref="ShareOfA"/> of all value, then B up to <see cref="ShareOfB"/>.</summary>
    /// <param name="values">Value of demand (units times price or margin) per item; negative and NaN count as 0.</param>
    /// <returns>One class per item, in the order given; equal values keep their order. Items without value are C.</returns>
    public static IReadOnlyList<AbcClass> Abc(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] clean = [.. values.Select(v => v > 0 && double.IsFinite(v) ? v : 0)];
        double total = clean.Sum(), before = 0;
        var classes = new AbcClass[clean.Length];
        foreach (int i in Enumerable.Range(0, clean.Length).OrderByDescending(i => clean[i]))
        {
            classes[i] = clean[i] == 0 ? AbcClass.C : before < ShareOfA * total ? AbcClass.A : before < ShareOfB * total ? AbcClass.B : AbcClass.C;
            before += clean[i];
        }

        return classes;
    }

    /// <summary>XYZ class: coefficient of variation of demand per period, up to 0.5 X, up to 1 Y, above Z.</summary>
    /// <param name="profile">The item's demand.</param>
    /// <returns>The class; Z without demand.</returns>
    public static XyzClass Xyz(DemandProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.NonZero == 0)
        {
            return XyzClass.Z;
        }

        // With a share f of periods with demand: CV^2 of all periods = (1 + CV2) / f - 1.
        double squared = ((1 + profile.SquaredVariation) * profile.MeanInterval) - 1;
        return squared <= 0.25 ? XyzClass.X : squared <= 1 ? XyzClass.Y : XyzClass.Z;
    }

    /// <summary>Velocity class: share of periods with demand.</summary>
    /// <param name="profile">The item's demand.</param>
    /// <returns>The class.</returns>
    public static VelocityClass Velocity(DemandProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.NonZero == 0 ? VelocityClass.Dead
            : profile.ZeroShare <= 0.25 ? VelocityClass.Fast
            : profile.ZeroShare <= 0.75 ? VelocityClass.Medium
            : VelocityClass.Slow;
    }
}
