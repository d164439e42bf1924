namespace EcomOps.Analytics.Experiments;

/// <summary>What to do after an experiment.</summary>
/// <param name="Sentence">The decision in one sentence.</param>
public abstract record Decision(string Sentence)
{
    /// <summary>Whether the treatment should be rolled out.</summary>
    public bool IsShip => this is Ship;

    /// <summary>Roll the treatment out.</summary>
    /// <param name="Sentence">The decision in one sentence.</param>
    public sealed record Ship(string Sentence) : Decision(Sentence);

    /// <summary>Keep the control.</summary>
    /// <param name="Sentence">The decision in one sentence.</param>
    public sealed record Stop(string Sentence) : Decision(Sentence);

    /// <summary>Not decided yet: collect more visitors.</summary>
    /// <param name="Sentence">The decision in one sentence.</param>
    public sealed record Continue(string Sentence) : Decision(Sentence);

    /// <summary>The data must not be used: the split is broken or there is nothing to compare.</summary>
    /// <param name="Sentence">The decision in one sentence.</param>
    public sealed record Invalid(string Sentence) : Decision(Sentence);

    /// <summary>The sentence.</summary>
    /// <returns>Text.</returns>
    public sealed override string ToString() => Sentence;
}
