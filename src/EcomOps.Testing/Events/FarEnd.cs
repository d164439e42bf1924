namespace EcomOps.Testing.Events;

/// <summary>State of the collector behind a sink, for <see cref="EventSinkConformance"/>.</summary>
public enum FarEnd
{
    /// <summary>Takes everything.</summary>
    Healthy,

    /// <summary>Asks to slow down.</summary>
    Throttled,

    /// <summary>Answers with an error of its own.</summary>
    Broken,

    /// <summary>Cannot be reached.</summary>
    Unreachable,

    /// <summary>Does not know the credentials.</summary>
    Forbidden,

    /// <summary>Finds the request too large.</summary>
    TooSmall,
}
