namespace EcomOps.Analytics.Events.Validation;

/// <summary>Kind of a GA4 data stream; it decides which event names are reserved and which id a request carries.</summary>
public enum Ga4Stream
{
    /// <summary>Web: <c>client_id</c>.</summary>
    Web,

    /// <summary>App: <c>app_instance_id</c>.</summary>
    App,
}
