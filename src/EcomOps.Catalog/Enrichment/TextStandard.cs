using System.Text;
using System.Text.RegularExpressions;
using EcomOps.Core;

namespace EcomOps.Catalog.Enrichment;

/// <summary>How titles and descriptions should be written.</summary>
/// <remarks>
/// Immutable and thread-safe. Codes: <c>title_too_short</c>, <c>title_too_long</c>, <c>title_all_caps</c>, <c>title_promotional</c>,
/// <c>title_repeats_word</c>, <c>description_too_short</c>, <c>description_too_long</c>, <c>description_repeats_title</c>,
/// <c>description_markup</c>; all of them warnings.
/// </remarks>
public sealed partial record TextStandard
{
    private const int FewestLettersOfAShout = 8;

    /// <summary>The default standard.</summary>
    public static TextStandard Default { get; } = new();

    /// <summary>Fewest characters of a title; default 20.</summary>
    public int ShortestTitle { get; init; } = 20;

    /// <summary>Most characters of a title; default 150, Google's limit.</summary>
    public int LongestTitle { get; init; } = 150;

    /// <summary>Fewest characters of a description; default 100.</summary>
    public int ShortestDescription { get; init; } = 100;

    /// <summary>Most characters of a description; default 5,000, Google's limit.</summary>
    public int LongestDescription { get; init; } = 5_000;

    /// <summary>Phrases that advertise instead of naming the goods; compared by whole words, without regard to case.</summary>
    public IReadOnlyList<string> PromotionalPhrases { get; init; } = ["free shipping", "free delivery", "best price", "sale", "discount", "buy now", "limited offer", "click here", "cheap"];

    /// <summary>Checks a title.</summary>
    /// <param name="title">Title; not blank.</param>
    /// <returns>All issues, with path <c>title</c>.</returns>
    public IReadOnlyList<Issue> CheckTitle(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        List<Issue> issues = [];
        int length = title.EnumerateRunes().Count();
        Band(issues, "title", length, ShortestTitle, LongestTitle);
        Rune[] letters = [.. title.EnumerateRunes().Where(Rune.IsLetter)];
        if (letters.Length >= FewestLettersOfAShout && Array.TrueForAll(letters, Rune.IsUpper))
        {
            Add(issues, "title_all_caps", "title", "The title is in capitals throughout; write it as a name.");
        }

        string words = Facts.ProductFacts.WordsOf(title);
        foreach (string phrase in PromotionalPhrases.Where(p => words.Contains(Facts.ProductFacts.WordsOf(p), StringComparison.Ordinal)))
        {
            Add(issues, "title_promotional", "title", $"'{phrase}' advertises; a title names the goods.");
        }

        string? repeated = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3).GroupBy(w => w, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 2)?.Key;
        if (repeated is not null)
        {
            Add(issues, "title_repeats_word", "title", $"'{repeated}' stands in the title more than twice.");
        }

        return issues;
    }

    /// <summary>Checks a description.</summary>
    /// <param name="description">Description; not blank.</param>
    /// <param name="title">The title beside it.</param>
    /// <returns>All issues, with path <c>description</c>.</returns>
    public IReadOnlyList<Issue> CheckDescription(string description, string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        ArgumentNullException.ThrowIfNull(title);
        List<Issue> issues = [];
        Band(issues, "description", description.EnumerateRunes().Count(), ShortestDescription, LongestDescription);
        if (Facts.ProductFacts.WordsOf(description) == Facts.ProductFacts.WordsOf(title))
        {
            Add(issues, "description_repeats_title", "description", "The description says no more than the title.");
        }

        if (Tag().IsMatch(description))
        {
            Add(issues, "description_markup", "description", "The description holds markup, which Meta refuses; keep plain text.");
        }

        return issues;
    }

    private static void Band(List<Issue> issues, string what, int length, int shortest, int longest)
    {
        if (length < shortest)
        {
            Add(issues, what + "_too_short", what, $"The {what} has {length} characters; {shortest} or more say what customers look for.");
        }
        else if (length > longest)
        {
            Add(issues, what + "_too_long", what, $"The {what} has {length} characters; channels take {longest}.");
        }
    }

    private static void Add(List<Issue> issues, string code, string path, string message) => issues.Add(new Issue(code, path, message, Severity.Warning));

    [GeneratedRegex("</?[A-Za-z][^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
