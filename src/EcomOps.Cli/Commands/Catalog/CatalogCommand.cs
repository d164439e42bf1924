using System.CommandLine;

namespace EcomOps.Cli.Commands.Catalog;

/// <summary><c>ecomops catalog</c>: check products, write feeds, show the documents to start from.</summary>
internal static class CatalogCommand
{
    public static Command Create() => new("catalog", "Check products, write channel feeds, show the documents to start from.")
    {
        CheckCommand.Create(),
        FeedCommand.Create(),
        DefaultsCommand.Create(),
    };
}
