namespace EcomOps.Analytics.Experiments;

/// <summary>How the error rate is spent over the looks of a group-sequential test (Lan and DeMets, 1983); a is the error rate of one side, t the share of the planned information.</summary>
public enum AlphaSpending
{
    /// <summary><c>2 - 2 Phi(z(1 - a/2) / sqrt t)</c>: almost nothing early, so that the last look is nearly a fixed test. For most experiments.</summary>
    OBrienFleming,

    /// <summary><c>a ln(1 + (e - 1) t)</c>: about the same bound at every look; stops sooner when the effect is large, and pays for it at the end.</summary>
    Pocock,
}
