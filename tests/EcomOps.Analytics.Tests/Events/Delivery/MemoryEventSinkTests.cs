using EcomOps.Analytics.Events.Delivery;
using EcomOps.Analytics.Events.Projections;
using EcomOps.Testing.Events;

namespace EcomOps.Analytics.Tests.Events.Delivery;

public sealed class MemoryEventSinkTests : EventSinkConformance
{
    protected override string? Secret => null;

    public static TheoryData<string> Each() => [.. Rules];

    [Theory]
    [MemberData(nameof(Each))]
    public Task It_keeps_the_contract_of_a_sink(string rule) => RunAsync(rule);

    protected override IEventSink Open(FarEnd end) => new MemoryEventSink(new SegmentProjection(), _ => end switch
    {
        FarEnd.Healthy => SinkFault.None,
        FarEnd.Throttled => SinkFault.Throttles(),
        FarEnd.Broken or FarEnd.Unreachable => SinkFault.Unreachable,
        FarEnd.Forbidden => SinkFault.Refuses,
        _ => new SinkFault(new SinkAnswer.TooLarge(), false),
    });
}
