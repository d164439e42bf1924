namespace EcomOps.Analytics.Events;

/// <summary>What a visitor said about one purpose.</summary>
public enum ConsentState
{
    /// <summary>Not asked or not answered.</summary>
    Unknown,

    /// <summary>Allowed.</summary>
    Granted,

    /// <summary>Refused or withdrawn.</summary>
    Denied,
}
