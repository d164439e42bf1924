using EcomOps.Catalog.Feeds;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;

namespace EcomOps.Cli.Commands.Catalog;

internal static class CatalogOutput
{
    private const int MostIssues = 20;

    // A few issues one by one; many as counts of each kind with an example.
    public static void Write(TextWriter output, IReadOnlyList<Issue> issues)
    {
        if (issues.Count <= MostIssues)
        {
            foreach (Issue issue in issues.OrderByDescending(i => i.Severity))
            {
                output.WriteLine("  " + issue);
            }

            return;
        }

        foreach (IGrouping<(Severity, string), Issue> kind in issues.GroupBy(i => (i.Severity, i.Code)).OrderByDescending(g => g.Key.Severity).ThenByDescending(g => g.Count()))
        {
            output.WriteLine($"  {Tool.Count(kind.Count())} x {kind.First()}");
        }
    }

    public static void Write(TextWriter output, FeedResult feed)
    {
        output.WriteLine($"{feed.Channel}: {Tool.Count(feed.Items)} items, {Tool.Count(feed.Excluded)} would be refused");
        IReadOnlyList<FeedFinding> findings = feed.Findings();
        if (findings.Count == 0)
        {
            return;
        }

        Tool.Table(
            output,
            [
                ["", "code", "attribute", "items", "at stake", "for example"],
                .. findings.Select(f => new[] { Word(f.Severity), f.Code, f.Attribute, Tool.Count(f.Items), f.RevenueAtStake?.ToString() ?? "-", f.Example.ItemId }),
            ],
            3,
            4);
    }

    public static object ToJson(Issue issue) => new { issue.Code, Severity = Word(issue.Severity), issue.Path, issue.Message };

    public static object ToJson(FeedResult feed) => new
    {
        feed.Channel,
        feed.Written,
        feed.Excluded,
        Issues = feed.Issues.Select(i => new
        {
            i.Code,
            Severity = Word(i.Severity),
            Item = i.ItemId,
            i.Attribute,
            i.Message,
            i.Actual,
            i.Limit,
            i.Suggestion,
            RevenueAtStake = i.RevenueAtStake?.ToString(),
        }),
    };

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
