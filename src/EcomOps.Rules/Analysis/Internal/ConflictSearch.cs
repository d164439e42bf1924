namespace EcomOps.Rules.Analysis.Internal;

// Smallest sets of conjuncts that contradict each other.
internal static class ConflictSearch
{
    private const int MostSubsets = 5_000;

    public static IEnumerable<int> Smallest(RuleSpace space, LoweredRule rule)
    {
        Nnf[] parts = [.. rule.Conjuncts.Select(c => space.Space.Compile(c).True)];
        int asked = 0;
        for (int size = 1; size < parts.Length; size++)
        {
            foreach (int[] subset in Subsets(parts.Length, size))
            {
                if (++asked > MostSubsets)
                {
                    return Shrunk(space, parts);
                }

                if (space.Ask(subset.Select(i => parts[i])) == Answer.No)
                {
                    return subset;
                }
            }
        }

        return Enumerable.Range(0, parts.Length);
    }

    // A set from which no conjunct can be taken away; used where there are too many subsets to try them by size.
    private static List<int> Shrunk(RuleSpace space, Nnf[] parts)
    {
        List<int> kept = [.. Enumerable.Range(0, parts.Length)];
        for (int i = parts.Length - 1; i >= 0; i--)
        {
            if (space.Ask(kept.Where(k => k != i).Select(k => parts[k])) == Answer.No)
            {
                kept.Remove(i);
            }
        }

        return kept;
    }

    private static IEnumerable<int[]> Subsets(int count, int size)
    {
        int[] subset = [.. Enumerable.Range(0, size)];
        while (true)
        {
            yield return [.. subset];
            int i = size - 1;
            while (i >= 0 && subset[i] == count - size + i)
            {
                i--;
            }

            if (i < 0)
            {
                yield break;
            }

            subset[i]++;
            for (int j = i + 1; j < size; j++)
            {
                subset[j] = subset[j - 1] + 1;
            }
        }
    }
}
