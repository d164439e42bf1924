using EcomOps.Core;
using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.DecisionSets.Internal;

internal static class RuleSetCompilation
{
    public static RuleSetResult Parse(string text, Vocabulary vocabulary, RuleSetOptions options)
    {
        DocumentReader.Reading reading = DocumentReader.Read(text, options.Name, options.Format, options.Files);
        return reading.Document is null
            ? new RuleSetResult(options.Name, null, null, new DocumentPlaces(reading.Origins), Diagnose(options.Name, reading.Problems, reading.Origins))
            : Compile(reading.Document, vocabulary, options, reading.Problems, reading.Origins);
    }

    public static RuleSetResult Compile(RuleSetDocument document, Vocabulary vocabulary, RuleSetOptions options) =>
        Compile(document, vocabulary, options, new Problems(), null);

    private static RuleSetResult Compile(RuleSetDocument document, Vocabulary vocabulary, RuleSetOptions options, Problems problems, DocumentOrigins? origins)
    {
        var report = new DocumentReport(problems, origins);
        RuleSetDocument resolved = ImportResolution.Resolve(document, options.Imports, report);
        Dictionary<string, NamedList> lists = ListResolution.Resolve(resolved, options.Lists, report);
        var expressions = new ExpressionCompiler(resolved, vocabulary, lists, options.Functions, report);
        var compiler = new SetCompiler(resolved, vocabulary, expressions, report);
        DecisionEngine engine = compiler.Compile();
        string name = options.Name.Length == 0 ? document.Id : options.Name;
        IReadOnlyList<Diagnostic> diagnostics = Diagnose(options.Name, problems, origins);
        RuleSet? set = null;
        if (!problems.HasErrors)
        {
            var versions = resolved.Lists.Select(l => lists[l.Name]).OrderBy(l => l.Name, StringComparer.Ordinal).Select(l => new ListVersion(l.Name, l.Version)).ToValueList();
            var identity = new RuleSetIdentity(resolved.Id, resolved.Version, resolved.ComputeContentHash(), versions);
            string[] fetched = [.. compiler.Rules.SelectMany(r => r.Attributes).Distinct()
                .Select(a => vocabulary.Attributes[a]).Where(a => a.IsFetched).Select(a => a.Path).Order(StringComparer.Ordinal)];
            set = new RuleSet(resolved, vocabulary, identity, engine, fetched);
        }

        return new RuleSetResult(name, set, resolved, new DocumentPlaces(origins), diagnostics);
    }

    // A model built in code has no lines: there the member path says where a problem is.
    private static Diagnostic Diagnose(Problem problem, string name, DocumentPlaces places, bool hasText)
    {
        var diagnostic = new Diagnostic(problem.Code, problem.Message, places.ToSpan(problem), problem.Severity, name)
        {
            Fix = problem.Replacement is null ? null : new DiagnosticFix($"Write {problem.Replacement}", problem.Replacement),
        };
        return hasText ? diagnostic : diagnostic with { Path = problem.Path };
    }

    private static IReadOnlyList<Diagnostic> Diagnose(string name, Problems problems, DocumentOrigins? origins)
    {
        var places = new DocumentPlaces(origins);
        return [.. problems.Found.OrderBy(p => p.Start).ThenByDescending(p => p.Severity)
            .Select(p => Diagnose(p, name, places, origins is not null)).Distinct()];
    }
}
