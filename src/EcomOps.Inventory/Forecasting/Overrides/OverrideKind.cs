namespace EcomOps.Inventory.Forecasting.Overrides;

/// <summary>What the value of an override means.</summary>
public enum OverrideKind
{
    /// <summary>Units per forecast period, in place of the forecast.</summary>
    Absolute,

    /// <summary>A multiple of the forecast.</summary>
    Factor,
}
