namespace EcomOps.Analytics.Events.Projections;

/// <summary>Something of the canonical event that a collector does not get, or gets in another form.</summary>
/// <param name="Path">Member of the canonical event, for example <c>items[3].brand</c>.</param>
/// <param name="Code"><c>not_taken</c>, <c>truncated</c>, <c>limit</c>, <c>name_taken</c>, <c>name_reserved</c>, <c>personal_data</c>, <c>renamed</c> or <c>identifier_unfit</c>.</param>
/// <param name="Message">What became of it; never quotes a value.</param>
public sealed record ProjectionLoss(string Path, string Code, string Message);
