using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Examples.Internal;
using EcomOps.Rules.Explanation;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Rules.Examples;

/// <summary>Runs the examples embedded in a document and measures what they cover.</summary>
/// <remarks>Pure and thread-safe; the same document gives the same report.</remarks>
public static class ExampleRunner
{
    /// <summary>Instant of examples that name none.</summary>
    public static readonly Instant DefaultInstant = Instant.FromUtc(2026, 1, 1, 0, 0);

    /// <summary>Runs the examples.</summary>
    /// <param name="set">Compiled set.</param>
    /// <param name="places">Places of the document, for mutants; null for none.</param>
    /// <param name="options">What to measure; null for everything.</param>
    /// <returns>Results, coverage and mutation score.</returns>
    public static ExampleReport Run(RuleSet set, DocumentPlaces? places = null, ExampleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        options ??= new ExampleOptions();
        Coverage coverage = new(set.Document);
        List<ExampleResult> results = [];
        foreach (RuleTest test in set.Document.Tests)
        {
            ExampleResult result = Run(set, test, trace: true);
            results.Add(result);
            if (result.Decision?.Trace is { } trace)
            {
                coverage.Add(result.Decision, trace);
            }
        }

        bool passed = results.TrueForAll(r => r.Passed);
        MutationScore? mutation = options.Mutation && passed && results.Count > 0 ? new MutationRun(set, places ?? DocumentPlaces.None, options).Run() : null;
        return new ExampleReport(results, coverage.Rules(), set.Document.Default is null ? null : coverage.DefaultReached, coverage.SeveralMatched, mutation);
    }

    internal static ExampleResult Run(RuleSet set, RuleTest test, bool trace)
    {
        if (!Facts.TryRead(set.Vocabulary, test.Given, out Facts? facts, out IReadOnlyList<Issue> issues, set.Document.Currency))
        {
            return new ExampleResult(test.Name, [.. issues.Select(i => i.Message)], null);
        }

        Decision decision = set.Evaluate(facts, test.At ?? DefaultInstant, trace ? EvaluationOptions.WithTrace : EvaluationOptions.Default);
        return new ExampleResult(test.Name, Expectations.Differences(test.Expect, decision), decision);
    }
}
