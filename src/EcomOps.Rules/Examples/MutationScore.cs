namespace EcomOps.Rules.Examples;

/// <summary>How many small changes of the rules the examples notice.</summary>
/// <param name="Killed">Changes that some example notices.</param>
/// <param name="Survivors">Changes that none notices.</param>
/// <param name="Equal">Changes that the analyser proves to change nothing; they do not count.</param>
/// <param name="LeftOut">Changes beyond the limit, not tried.</param>
public sealed record MutationScore(int Killed, IReadOnlyList<Mutant> Survivors, int Equal, int LeftOut)
{
    /// <summary>Share of the changes that were noticed, 0 to 1; 1 when there is nothing to change.</summary>
    public double Score => Killed + Survivors.Count == 0 ? 1 : (double)Killed / (Killed + Survivors.Count);
}
