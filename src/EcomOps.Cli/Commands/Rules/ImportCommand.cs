using System.CommandLine;
using EcomOps.Core;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Importing;
using EcomOps.Rules.Rendering;

namespace EcomOps.Cli.Commands.Rules;

internal static class ImportCommand
{
    public static Command Create()
    {
        Argument<string> file = RulesOptions.File("file", "Rules of another engine, JSON.");
        Option<string> from = new("--from") { Description = "Which engine: rulesengine (Microsoft), json-rules-engine or jdm (GoRules).", Required = true };
        from.AcceptOnlyFromAmong("rulesengine", "json-rules-engine", "jdm");
        Option<string?> folder = new("--out") { Description = "Folder to write one <id>.rules.yaml per set into; the output unless given." };
        Option<bool> json = RulesOptions.Json();
        Command command = new("import", """
            Carry rules of another engine over. What has no counterpart is reported with its place and never dropped silently.

            Example:
              ecomops rules import workflows.json --from rulesengine --out rules

            Exit code: 0 everything carried over, 1 something was left out, 2 nothing readable.
            """) { file, from, folder, json };
        command.Does((parsed, output, error) =>
        {
            string text = File.ReadAllText(parsed.GetValue(file)!);
            ImportResult result = parsed.GetValue(from) switch
            {
                "rulesengine" => RuleImporter.FromRulesEngine(text),
                "jdm" => RuleImporter.FromJdm(text),
                _ => RuleImporter.FromJsonRulesEngine(text),
            };
            if (result.Documents.Count == 0)
            {
                throw new ToolFailure(string.Join(Environment.NewLine, result.Issues.Select(i => i.ToString())));
            }

            if (parsed.GetValue(json))
            {
                Tool.Json(output, new { Sets = result.Documents.Select(d => new { d.Id, Rules = d.Rules.Count, Yaml = RuleRenderer.Yaml(d) }), Issues = result.Issues.Select(i => new { i.Code, i.Path, i.Message, Severity = i.Severity.ToString().ToLowerInvariant() }) });
            }
            else
            {
                foreach (RuleSetDocument document in result.Documents)
                {
                    Write(output, document, parsed.GetValue(folder));
                }

                foreach (Issue issue in result.Issues)
                {
                    error.WriteLine(issue);
                }
            }

            return result.Issues.Any(i => i.Severity != Severity.Info) ? Tool.Findings : Tool.Fine;
        });
        return command;
    }

    private static void Write(TextWriter output, RuleSetDocument document, string? folder)
    {
        string yaml = RuleRenderer.Yaml(document);
        if (folder is null)
        {
            output.Write(yaml);
            return;
        }

        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, document.Id + ".rules.yaml");
        File.WriteAllText(path, yaml);
        output.WriteLine($"{path}: {document.Rules.Count} rules");
    }
}
