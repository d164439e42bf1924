using NodaTime;

namespace EcomOps.Analytics.Events.Delivery;

/// <summary>One answer of a visitor to the question for consent.</summary>
/// <param name="AnonymousId">Visitor.</param>
/// <param name="Before">Consent before; unknown for the first answer.</param>
/// <param name="After">Consent from now on.</param>
/// <param name="At">When.</param>
/// <param name="Origin">Where the answer was given, for example <c>banner v3</c>.</param>
/// <param name="Released">Events that had waited and were queued.</param>
/// <param name="Discarded">Events that had waited or were queued and were dropped.</param>
public sealed record ConsentChange(string AnonymousId, EventConsent Before, EventConsent After, Instant At, string Origin, int Released, int Discarded);
