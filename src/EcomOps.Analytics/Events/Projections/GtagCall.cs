namespace EcomOps.Analytics.Events.Projections;

/// <summary>A call of gtag.js.</summary>
/// <param name="Name">Event name.</param>
/// <param name="Parameters">Parameters as a JSON object.</param>
/// <param name="Losses">What it does not carry.</param>
public sealed record GtagCall(string Name, string Parameters, IReadOnlyList<ProjectionLoss> Losses)
{
    /// <summary>The call as JavaScript, safe to stand in a script element: <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> are escaped.</summary>
    /// <returns>For example <c>gtag('event', 'purchase', {...});</c>.</returns>
    public string ToScript() => $"gtag('event', '{Name}', {Parameters});";
}
