using EcomOps.Operations.Documents;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 10: what to improve, ranked, with the arithmetic shown.</summary>
internal static class BacklogDocument
{
    internal const string Name = "10-optimisation-backlog";

    internal static Document Build(RunResults results) => new(
        Name,
        "Optimisation backlog",
        "Improvements that this run's own figures suggest, ranked by projected margin and then revenue a month. Each shows how its figure comes about and what it assumes.",
        [
            Ranking(results),
            .. Items(results),
            new Heading(2, "How to read it"),
            new Paragraph("Effects are projections of one month's figures, not promises, and they do not add up: two items may win the same order. What the data do not hold is not in the list; the gaps are named in artefact 1."),
        ]);

    internal static OutputTable Table(RunResults results) => new(Name, ["rank", "id", "title", "area", "revenue_per_month", "margin_per_month", "currency", "assumption", "arithmetic"],
        [.. results.Backlog.Select((b, i) => (IReadOnlyList<string>)[Plain(i + 1), b.Id, b.Title, b.Area, Plain(b.Revenue), Plain(b.Margin), results.History.Currency.Code, b.Assumption, b.Arithmetic])]);

    private static Table Ranking(RunResults results) => Wording.Table("Ranking", "Rank#|Improvement|Area|Net revenue a month#|Margin a month#", results.Backlog.Select((b, i) => (IReadOnlyList<string>)
        [Number(i + 1), b.Title, b.Area, WholeMoney(b.Revenue), WholeMoney(b.Margin)]));

    private static IEnumerable<Block> Items(RunResults results)
    {
        for (int i = 0; i < results.Backlog.Count; i++)
        {
            BacklogItem item = results.Backlog[i];
            yield return new Heading(3, $"{Number(i + 1)}. {item.Title}");
            yield return new BulletList(
            [
                $"**Arithmetic**: {item.Arithmetic}",
                $"**Assumes**: {(item.Assumption.Length == 0 ? "nothing beyond the figures" : item.Assumption)}.",
                $"**First step**: {item.NextStep}",
            ]);
        }
    }
}
