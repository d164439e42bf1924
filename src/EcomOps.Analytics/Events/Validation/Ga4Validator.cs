using EcomOps.Analytics.Events.Validation.Internal;

namespace EcomOps.Analytics.Events.Validation;

/// <summary>Judges GA4 payloads without network, by the documented rules and limits.</summary>
/// <remarks>
/// A name is judged by where it stands: <c>currency</c> is required in a purchase and reserved as a parameter of an event of the shop's own that has no <c>value</c>; <c>session_id</c> is needed by the
/// Measurement Protocol and reserved in a gtag call. Pure and thread-safe; allocates nothing when there is nothing to say. Sources stand in <see cref="CollectorLimits"/>.
/// </remarks>
public static class Ga4Validator
{
    /// <summary>Judges the body of a Measurement Protocol request.</summary>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="options">Circumstances; null for a web stream of a standard property.</param>
    /// <returns>Findings with paths such as <c>events[0].params.items[3].price</c>.</returns>
    public static CollectorReport Validate(ReadOnlySpan<byte> body, Ga4ValidatorOptions? options = null)
    {
        options ??= Ga4ValidatorOptions.Default;
        return Ga4Glance.IsSound(body, options) ? CollectorReport.Clean : Ga4Reading.Request(body, options);
    }

    /// <summary>Judges a call <c>gtag('event', name, parameters)</c>.</summary>
    /// <param name="name">Event name.</param>
    /// <param name="parameters">UTF-8 JSON object.</param>
    /// <param name="options">Circumstances; null for a web stream of a standard property.</param>
    /// <returns>Findings with paths such as <c>params.value</c>.</returns>
    public static CollectorReport ValidateGtag(string name, ReadOnlySpan<byte> parameters, Ga4ValidatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        options ??= Ga4ValidatorOptions.Default;
        return Ga4Glance.IsSound(name, parameters, options) ? CollectorReport.Clean : Ga4Reading.Call(name, parameters, options);
    }

    /// <summary>Judges the event names of a whole plan: form, reserved names, and how many an app stream takes.</summary>
    /// <param name="names">Names; repetitions count once.</param>
    /// <param name="options">Circumstances; null for a web stream of a standard property.</param>
    /// <returns>Findings with paths such as <c>names[3]</c>.</returns>
    public static CollectorReport ValidateEventNames(IEnumerable<string> names, Ga4ValidatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        return Ga4PlanNames.Judge(names, options ?? Ga4ValidatorOptions.Default);
    }
}
