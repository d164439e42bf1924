using EcomOps.Analytics.Events.Delivery;
using NodaTime;

namespace EcomOps.Testing.Events;

/// <summary>What a <see cref="MemoryEventSink"/> does with one request.</summary>
/// <param name="Answer">What the sender is told.</param>
/// <param name="Stores">Whether the events are kept, but for the rejected ones.</param>
/// <param name="Failure">Thrown instead of the answer; null for none.</param>
public sealed record SinkFault(SinkAnswer Answer, bool Stores, Exception? Failure = null)
{
    /// <summary>Keeps and takes everything.</summary>
    public static SinkFault None { get; } = new(new SinkAnswer.Taken(), true);

    /// <summary>Keeps everything, but the answer is lost on the way back.</summary>
    public static SinkFault AnswerLost { get; } = new(new SinkAnswer.TryAgain("timeout"), true);

    /// <summary>Is not there.</summary>
    public static SinkFault Unreachable { get; } = new(new SinkAnswer.TryAgain("unreachable"), false);

    /// <summary>Refuses for good.</summary>
    public static SinkFault Refuses { get; } = new(new SinkAnswer.Refused("status 401"), false);

    /// <summary>Events that are not kept.</summary>
    public IReadOnlyList<RejectedRecord> Rejected => Answer is SinkAnswer.PartlyTaken partly ? partly.Rejected : [];

    /// <summary>Asks to wait.</summary>
    /// <param name="after">How long.</param>
    /// <returns>The fault.</returns>
    public static SinkFault Throttles(Duration? after = null) => new(new SinkAnswer.TryAgain("status 429", after), false);

    /// <summary>Throws.</summary>
    /// <param name="failure">Exception.</param>
    /// <returns>The fault.</returns>
    public static SinkFault Throws(Exception failure) => new(new SinkAnswer.TryAgain("exception"), false, failure);

    /// <summary>Keeps all but some.</summary>
    /// <param name="rejected">Those.</param>
    /// <returns>The fault.</returns>
    public static SinkFault Rejects(params IReadOnlyList<RejectedRecord> rejected) => new(new SinkAnswer.PartlyTaken(rejected), true);
}
