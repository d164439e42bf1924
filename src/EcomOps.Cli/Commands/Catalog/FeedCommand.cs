using System.CommandLine;
using EcomOps.Catalog.Feeds;
using EcomOps.Cli.Commands.Rules;

namespace EcomOps.Cli.Commands.Catalog;

internal static class FeedCommand
{
    public static Command Create()
    {
        CatalogInput input = new();
        Option<string> file = new("--out", "-o") { Description = "File to write; appears whole or not at all.", Required = true };
        Option<string?> format = new("--format") { Description = "rss, tsv or csv. Without it: rss for google, csv for meta." };
        Option<bool> strict = new("--strict") { Description = "Exit code 1 when an item was left out." };
        Command command = new("feed", """
            Write a channel's product feed. Items that the channel would refuse are left out and reported, those with most revenue first.

            Example:
              ecomops catalog feed products.json --out google.xml --country GB --locale en-GB

            Exit code: 0 written, 1 items left out and --strict, 2 misuse or nothing readable.
            """);
        input.AddTo(command);
        command.Add(file);
        command.Add(format);
        command.Add(strict);
        command.Does((parsed, output, error) =>
        {
            CatalogWork work = input.Read(parsed);
            FeedOptions options = work.Options with { Format = Format(parsed.GetValue(format)) };
            string path = parsed.GetValue(file)!;
            FeedResult feed = (work.Channel == "meta"
                ? MetaCatalogFeed.WriteAsync(work.Publication, path, options)
                : GoogleMerchantFeed.WriteAsync(work.Publication, path, options)).GetAwaiter().GetResult();
            if (input.IsJson(parsed))
            {
                Tool.Json(output, new { File = path, work.Reading.Read, work.Reading.Rejected, Document = work.Reading.Issues.Select(CatalogOutput.ToJson), Feed = CatalogOutput.ToJson(feed) });
            }
            else
            {
                output.WriteLine($"{Tool.Count(work.Reading.Read)} products read, {Tool.Count(work.Reading.Rejected)} rejected");
                CatalogOutput.Write(output, work.Reading.Issues);
                CatalogOutput.Write(output, feed);
                output.WriteLine($"{path}: {Tool.Count(feed.Written)} items");
            }

            return parsed.GetValue(strict) && feed.Excluded + work.Reading.Rejected > 0 ? Tool.Findings : Tool.Fine;
        });
        return command;
    }

    private static FeedFormat? Format(string? name) => name switch
    {
        null => null,
        "rss" => FeedFormat.Rss,
        "tsv" => FeedFormat.TabSeparated,
        "csv" => FeedFormat.CommaSeparated,
        _ => throw new ToolFailure($"'{name}' is no format; use rss, tsv or csv."),
    };
}
