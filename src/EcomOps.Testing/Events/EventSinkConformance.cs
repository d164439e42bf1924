using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Delivery;
using EcomOps.Analytics.Events.Projections;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Testing.Events;

/// <summary>The contract of <see cref="IEventSink"/> as rules that any sink can be held to: inherit, open the sink before each far end, and run each of <see cref="Rules"/> as one test.</summary>
/// <remarks>Failures are <see cref="InvalidOperationException"/>s whose message is the broken rule. Needs no test framework.</remarks>
public abstract class EventSinkConformance
{
    /// <summary>Names of the rules.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. Each().Keys.Order(StringComparer.Ordinal)];

    /// <summary>The secret with which <see cref="Open"/> opens the sink; it must never be told. Null for a sink without one.</summary>
    protected abstract string? Secret { get; }

    /// <summary>Opens the sink.</summary>
    /// <param name="end">How the collector behaves; an unreachable one fails with a text that holds the secret.</param>
    /// <returns>The sink.</returns>
    protected abstract IEventSink Open(FarEnd end);

    /// <summary>Runs one rule.</summary>
    /// <param name="rule">One of <see cref="Rules"/>.</param>
    /// <returns>A task that fails when the sink breaks the rule.</returns>
    /// <exception cref="InvalidOperationException">The sink breaks the rule.</exception>
    public Task RunAsync(string rule) => Each()[rule](this);

    private static Dictionary<string, Func<EventSinkConformance, Task>> Each() => new(StringComparer.Ordinal)
    {
        ["A_healthy_collector_takes_the_batch"] = kit => kit.Answers<SinkAnswer.Taken>(FarEnd.Healthy),
        ["A_throttled_batch_may_be_sent_again"] = kit => kit.Answers<SinkAnswer.TryAgain>(FarEnd.Throttled),
        ["An_error_of_the_collector_may_pass"] = kit => kit.Answers<SinkAnswer.TryAgain>(FarEnd.Broken),
        ["A_broken_network_is_an_answer_and_not_an_exception"] = kit => kit.Answers<SinkAnswer.TryAgain>(FarEnd.Unreachable),
        ["Wrong_credentials_are_refused_for_good"] = kit => kit.Answers<SinkAnswer.Refused>(FarEnd.Forbidden),
        ["A_request_that_is_too_large_is_told_as_such"] = kit => kit.Answers<SinkAnswer.TooLarge>(FarEnd.TooSmall),
        ["No_answer_tells_the_secret"] = kit => kit.NoAnswerTellsTheSecret(),
        ["The_same_batch_can_be_sent_twice"] = kit => kit.TheSameBatchCanBeSentTwice(),
        ["A_caller_who_gives_up_gets_a_cancellation"] = kit => kit.CancellationIsNotAnAnswer(),
    };

    private static EventBatch Batch(IEventProjection projection)
    {
        EventVisit visit = new("1234567890.1234567890", "1700000000", "customer-17") { Consent = EventConsent.Granted };
        List<ProjectedEvent> events = [];
        for (int i = 0; i < 2; i++)
        {
            ShopEvent e = ShopEvent.OrderCompleted(visit, Instant.FromUtc(2026, 11, 26, 12, 0), new EventOrder($"O{i}"), new EventItem("SKU-1", Money.Eur(20)));
            events.Add(projection.Project(e) is ProjectionOutcome.Projected projected ? projected.Event : throw new InvalidOperationException("a plain purchase must be projected"));
        }

        return new EventBatch(projection.Collector, events, projection.Compose(events), 1);
    }

    private async Task Answers<TAnswer>(FarEnd end)
        where TAnswer : SinkAnswer
    {
        IEventSink sink = Open(end);
        SinkAnswer answer = await sink.SendAsync(Batch(sink.Projection), CancellationToken.None);
        Must(answer is TAnswer, $"a collector that is {end} must give {typeof(TAnswer).Name}, not {answer.GetType().Name}");
    }

    private async Task NoAnswerTellsTheSecret()
    {
        foreach (FarEnd end in Enum.GetValues<FarEnd>())
        {
            IEventSink sink = Open(end);
            string told = $"{await sink.SendAsync(Batch(sink.Projection), CancellationToken.None)} {sink}";
            Must(Secret is null || !told.Contains(Secret, StringComparison.Ordinal), $"a collector that is {end} must not make the sink tell its secret");
        }
    }

    private async Task TheSameBatchCanBeSentTwice()
    {
        IEventSink sink = Open(FarEnd.Healthy);
        EventBatch batch = Batch(sink.Projection);
        Must(await sink.SendAsync(batch, CancellationToken.None) is SinkAnswer.Taken, "the first time must be taken");
        Must(await sink.SendAsync(batch with { Attempt = 2 }, CancellationToken.None) is SinkAnswer.Taken, "the second time must be taken");
    }

    private async Task CancellationIsNotAnAnswer()
    {
        IEventSink sink = Open(FarEnd.Healthy);
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        try
        {
            await sink.SendAsync(Batch(sink.Projection), cancelled.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Must(false, "a cancelled call must not answer");
    }

    private static void Must(bool holds, string rule)
    {
        if (!holds)
        {
            throw new InvalidOperationException(rule);
        }
    }
}
