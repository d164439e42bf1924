namespace EcomOps.Conformance.Tests.Harness;

/// <summary>
/// Kinds of cases that no part of the product answers yet: <c>pending/&lt;file&gt;.txt</c>, one kind per line; <c>#</c> begins a
/// remark, <c>*</c> alone means every kind of the file. Empty or absent when the file's issue is done.
/// </summary>
public static class PendingKinds
{
    /// <summary>Whether a kind is on the list of its file.</summary>
    public static bool Contains(string file, string kind) => Read(file) is var kinds && (kinds.Contains("*") || kinds.Contains(kind));

    /// <summary>The list of a file.</summary>
    public static IReadOnlySet<string> Read(string file)
    {
        string path = Path.Combine(ConformanceFolders.Pending, file + ".txt");
        return File.Exists(path)
            ? File.ReadLines(path).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>(StringComparer.Ordinal);
    }
}
