namespace EcomOps.Analytics.Events;

/// <summary>Which side told of an event.</summary>
public enum EventSource
{
    /// <summary>A browser.</summary>
    Web,

    /// <summary>A mobile app.</summary>
    App,

    /// <summary>The shop's server.</summary>
    Server,
}
