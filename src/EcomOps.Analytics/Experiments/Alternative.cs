namespace EcomOps.Analytics.Experiments;

/// <summary>Which difference a test looks for.</summary>
public enum Alternative
{
    /// <summary>Any difference.</summary>
    TwoSided,

    /// <summary>Treatment above control.</summary>
    Greater,

    /// <summary>Treatment below control.</summary>
    Less,
}
