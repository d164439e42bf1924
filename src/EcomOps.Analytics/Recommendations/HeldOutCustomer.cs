namespace EcomOps.Analytics.Recommendations;

/// <summary>What a model may know of one customer (or basket), and what it has to foresee.</summary>
/// <param name="Known">Numbers of the items known, ascending, in the training interactions.</param>
/// <param name="Later">Items bought later and not known before, each once; also those that nobody bought in training, which no model can find.</param>
public sealed record HeldOutCustomer(IReadOnlyList<int> Known, IReadOnlyList<string> Later);
