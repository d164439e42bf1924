namespace EcomOps.Rules.Backtesting;

/// <summary>How recorded decisions are read and judged.</summary>
public sealed record BacktestOptions
{
    /// <summary>Member of a record that holds the facts; default <c>facts</c>. A record without it is taken for the facts themselves, less the members named below.</summary>
    public string FactsMember { get; init; } = "facts";

    /// <summary>Member that holds the instant of the decision; default <c>at</c>. A record without it is evaluated at 2026-01-01T00:00:00Z.</summary>
    public string AtMember { get; init; } = "at";

    /// <summary>Member that holds the label; default <c>label</c>.</summary>
    public string LabelMember { get; init; } = "label";

    /// <summary>Member that holds the amount at stake, a number or a map with <c>amount</c>; default <c>amount</c>.</summary>
    public string AmountMember { get; init; } = "amount";

    /// <summary>Member that identifies the record in samples; default <c>id</c>.</summary>
    public string IdMember { get; init; } = "id";

    /// <summary>Member of the outcome that is the action; default <c>action</c>. Without such a member the whole outcome is the action.</summary>
    public string ActionMember { get; init; } = "action";

    /// <summary>Actions that stop a payment; default block, decline, reject, refuse, stop.</summary>
    public IReadOnlySet<string> StoppingActions { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "block", "decline", "reject", "refuse", "stop" };

    /// <summary>Actions that let pass whatever other rules say; default allow.</summary>
    public IReadOnlySet<string> AllowingActions { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "allow" };

    /// <summary>When set, a numeric outcome from this value up stops: for sets that add points. Default null.</summary>
    public decimal? StopFrom { get; init; }

    /// <summary>Labels of what should have been stopped; default disputed, fraudulent, warned, chargeback.</summary>
    public IReadOnlySet<string> BadLabels { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "disputed", "fraudulent", "warned", "chargeback" };

    /// <summary>Labels of what was rightly let pass; default succeeded, refunded.</summary>
    public IReadOnlySet<string> GoodLabels { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "succeeded", "refunded" };

    /// <summary>Labels that say a payment was stopped and so never got a real label; default blocked, failed. A record without a label counts as one that has none of the above.</summary>
    public IReadOnlySet<string> StoppedLabels { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "blocked", "failed" };

    /// <summary>Most records shown as samples of each cell; default 3.</summary>
    public int SamplesPerCell { get; init; } = 3;
}
