using System.CommandLine;
using EcomOps.Catalog.Enrichment;
using EcomOps.Catalog.Feeds;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;

namespace EcomOps.Cli.Commands.Catalog;

internal static class CheckCommand
{
    public static Command Create()
    {
        CatalogInput input = new();
        Command command = new("check", """
            Report what is wrong with products: in the document, in the catalogue, for a channel's feed, and what their content lacks.

            Example:
              ecomops catalog check products.json --channel google --country GB --revenue revenue.csv

            Exit code: 0 no error, 1 an error, 2 misuse or nothing readable.
            """);
        input.AddTo(command);
        command.Does((parsed, output, error) =>
        {
            CatalogWork work = input.Read(parsed);
            FeedResult feed = work.Channel == "meta" ? MetaCatalogFeed.Check(work.Publication, work.Options) : GoogleMerchantFeed.Check(work.Publication, work.Options);
            EnrichmentReport content = EnrichmentStandard.Default.Audit(work.Catalog, work.At, work.Channel, work.Locale);
            if (input.IsJson(parsed))
            {
                Tool.Json(output, new
                {
                    work.Reading.Read,
                    work.Reading.Rejected,
                    Document = work.Reading.Issues.Select(CatalogOutput.ToJson),
                    Catalog = work.Catalog.Issues.Select(CatalogOutput.ToJson),
                    Feed = CatalogOutput.ToJson(feed),
                    Unclassified = work.Placed?.Unclassified.Select(p => p.Id),
                    Content = new { content.Completeness, content.Score, content.Complete, Missing = content.MissingByAttribute },
                });
            }
            else
            {
                output.WriteLine($"{Tool.Count(work.Reading.Read)} products read, {Tool.Count(work.Reading.Rejected)} rejected");
                CatalogOutput.Write(output, work.Reading.Issues);
                CatalogOutput.Write(output, work.Catalog.Issues);
                CatalogOutput.Write(output, feed);
                if (work.Placed is { } placed)
                {
                    output.WriteLine($"{Tool.Count(placed.Unclassified.Count)} of {Tool.Count(work.Catalog.Products.Count)} products unclassified by {placed.Rules}");
                }

                output.WriteLine($"content {Tool.Percent((double)content.Completeness)} complete, score {Tool.Percent((double)content.Score)}; missing most: "
                    + string.Join(", ", content.MissingByAttribute.Take(5).Select(m => $"{m.Key} ({m.Value})")));
            }

            bool found = work.Reading.Issues.Concat(work.Catalog.Issues).Concat(feed.Issues).Any(i => i.Severity == Severity.Error);
            return found ? Tool.Findings : Tool.Fine;
        });
        return command;
    }
}
