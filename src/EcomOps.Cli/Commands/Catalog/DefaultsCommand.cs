using System.CommandLine;
using EcomOps.Catalog.Classification;
using EcomOps.Catalog.Enrichment;
using EcomOps.Cli.Commands.Rules;

namespace EcomOps.Cli.Commands.Catalog;

internal static class DefaultsCommand
{
    public static Command Create()
    {
        Argument<string> which = new("document") { Description = "classification or enrichment." };
        Command command = new("defaults", """
            Show a rule document that ships with the tool, to copy and edit.

            Example:
              ecomops catalog defaults classification > classification.rules.yaml

            Exit code: 0 shown, 2 no such document.
            """) { which };
        command.Does((parsed, output, error) =>
        {
            output.Write(parsed.GetValue(which) switch
            {
                "classification" => ProductClassifier.DefaultRules,
                "enrichment" => EnrichmentStandard.DefaultRules,
                var other => throw new ToolFailure($"There is no document '{other}'; use classification or enrichment."),
            });
            return Tool.Fine;
        });
        return command;
    }
}
