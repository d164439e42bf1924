namespace EcomOps.Analytics.Events.Delivery;

/// <summary>One event of a batch that a collector did not take.</summary>
/// <param name="Index">Position in the batch, from 0.</param>
/// <param name="Reason">The collector's reason, without values of the event.</param>
/// <param name="MayRetry">Whether it may be taken later unchanged, for example after throttling.</param>
public sealed record RejectedRecord(int Index, string Reason, bool MayRetry = false);
