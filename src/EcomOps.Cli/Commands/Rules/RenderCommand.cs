using System.CommandLine;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Rendering;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Cli.Commands.Rules;

internal static class RenderCommand
{
    public static Command Create()
    {
        Argument<string> file = RulesOptions.File();
        Option<string?> vocabulary = RulesOptions.Vocabulary();
        Option<string[]> lists = RulesOptions.Lists();
        Option<bool> json = RulesOptions.Json();
        Command command = new("render", """
            Show a rule set as a Markdown page with each rule as an English sentence.

            Example:
              ecomops rules render fraud.rules.yaml > fraud.md

            Exit code: 0 written, 1 the set cannot be read as a rule set, 2 nothing readable.
            """) { file, vocabulary, lists, json };
        command.Does((parsed, output, error) =>
        {
            (RuleSetResult result, Vocabulary facts, _) = RuleSetLoading.Read(parsed.GetValue(file)!, parsed.GetValue(vocabulary), parsed.GetValue(lists));
            if (result.Document is not { } document)
            {
                DiagnosticOutput.Write(error, result.Diagnostics);
                return Tool.Findings;
            }

            if (parsed.GetValue(json))
            {
                Tool.Json(output, new
                {
                    document.Id,
                    document.Version,
                    Rules = document.Flatten().Select(r => new { r.Id, Sentence = RuleRenderer.Sentence(r, document, facts) }),
                });
            }
            else
            {
                output.Write(RuleRenderer.Markdown(document, facts));
            }

            return Tool.Fine;
        });
        return command;
    }
}
