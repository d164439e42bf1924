using EcomOps.Rules.Analysis.Internal;
using EcomOps.Rules.Cel;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Rules.Analysis;

/// <summary>Finds contradictions, overlaps, shadows and gaps across the rules of a set.</summary>
/// <remarks>
/// Exact for conditions of comparisons, prefixes, membership, presence and linear arithmetic with whole division and remainder by constants over
/// Booleans, enumerations, texts, numbers on a grid, continua, days and instants; small finite domains are listed for everything else. Calls
/// that are not understood are unknown Booleans, equal for equal arguments. <c>now</c> and <c>today</c> are taken to lie in the years 2000 to 2199. Beyond that, and beyond the budget, an answer is undecided.
/// Pure and thread-safe; the same input gives the same report.
/// </remarks>
public static class RuleAnalyzer
{
    /// <summary>Analyses a set.</summary>
    /// <param name="input">Domain, rules and hit policy.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <returns>Findings and notices.</returns>
    /// <exception cref="ArgumentException">A constraint of the vocabulary is no expression.</exception>
    public static AnalysisReport Analyze(AnalysisInput input, AnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new AnalysisOptions();
        RuleSpace space = Space(input, options);
        FindingSearch search = new(space, input.HitPolicy, input.HasDefault);
        List<AnalysisFinding> findings = search.Run();
        List<AnalysisNotice> notices = options.Notices ? NoticeSearch.Run(space, input.Rules.Select(r => r.Conjuncts.Count).ToArray(), search.IsLive) : [];
        return new AnalysisReport(findings, notices);
    }

    internal static RuleSpace Space(AnalysisInput input, AnalysisOptions options) => Space(input, null, options);

    // Rules of a second input come after those of the first; both share the first one's domain.
    internal static RuleSpace Space(AnalysisInput input, AnalysisInput? other, AnalysisOptions options)
    {
        List<Field> fields = [.. input.Domain.Attributes.Select((a, i) => new Field(i, a))];
        Ambient(fields, "now", AttributeType.Timestamp with { Minimum = Instant.FromUtc(2000, 1, 1, 0, 0), Maximum = Instant.FromUtc(2200, 1, 1, 0, 0) });
        Ambient(fields, "today", AttributeType.Date with { Minimum = new LocalDate(2000, 1, 1), Maximum = new LocalDate(2200, 1, 1) });
        ConditionLowering lowering = new(new LoweringScope(fields, input.Variables, input.Currency));
        Formula[] constraints = [.. input.Domain.Constraints.Select(c => lowering.Lower(Parse(c)))];
        IEnumerable<LoweredRule> rules = Lower(input, fields);
        return new RuleSpace(fields, constraints, [.. other is null ? rules : rules.Concat(Lower(other, fields))], options);
    }

    private static LoweredRule[] Lower(AnalysisInput input, List<Field> fields)
    {
        LoweringScope scope = new(fields, input.Variables, input.Currency);
        ConditionLowering lowering = new(scope);
        return [.. input.Rules.Select(r => new LoweredRule(r.Id, [.. r.Conjuncts.Select(lowering.Lower), .. Window(r, scope.Find("now")!)], r.Outcome, r.Priority))];
    }

    private static void Ambient(List<Field> fields, string name, AttributeType type)
    {
        if (!fields.Exists(f => f.Path == name))
        {
            fields.Add(new Field(fields.Count, new VocabularyAttribute { Path = name, Type = type }) { IsAmbient = true });
        }
    }

    private static IEnumerable<Formula> Window(AnalysisRule rule, Field now)
    {
        FieldTerm instant = new(now.Index, TermKind.Timestamp);
        if (rule.From is { } from && from > Instant.MinValue)
        {
            yield return new CompareAtom(Comparison.GreaterOrEqual, instant, new NumberTerm(Field.Nanoseconds(from), TermKind.Timestamp));
        }

        if (rule.Until is { } until && until < Instant.MaxValue)
        {
            yield return new CompareAtom(Comparison.Less, instant, new NumberTerm(Field.Nanoseconds(until), TermKind.Timestamp));
        }
    }

    private static CelNode Parse(string source)
    {
        CelParseResult parsed = CelParser.Parse(source);
        return parsed.IsSuccess ? parsed.Root : throw new ArgumentException($"Constraint '{source}': {parsed.Diagnostics[0].Message}", nameof(source));
    }
}
