namespace EcomOps.Analytics.Events.Delivery;

/// <summary>Where the events of one collector are. Every queued event is counted in exactly one of the members.</summary>
/// <param name="Collector">Collector.</param>
/// <param name="Queued">Waiting to be sent, or sent without an answer.</param>
/// <param name="Delivered">Taken by the collector.</param>
/// <param name="Failed">Never taken; see <see cref="EventSender.TakeUndelivered"/>.</param>
/// <param name="Discarded">Dropped since consent was withdrawn.</param>
public sealed record SenderReport(string Collector, int Queued, long Delivered, long Failed, long Discarded);
