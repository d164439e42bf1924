namespace EcomOps.Analytics.Events.Validation;

/// <summary>What a limit on characters counts. GA4 does not say which.</summary>
public enum TextLengthUnit
{
    /// <summary>Unicode code points.</summary>
    CodePoints,

    /// <summary>UTF-16 code units, as JavaScript counts.</summary>
    Utf16,
}
