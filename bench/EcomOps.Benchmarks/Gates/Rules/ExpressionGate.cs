using EcomOps.Rules.Cel;
using EcomOps.Rules.Cel.Internal.Compiling;
using EcomOps.Rules.Cel.Internal.Functions;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.DecisionSets.Internal;
using EcomOps.Rules.DecisionSets.Internal.Expressions;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Benchmarks.Gates.Rules;

/// <summary>One evaluation of a chain of comparisons by the evaluator of expressions, from the facts' accessors to the result.</summary>
public sealed class ExpressionGate : IGate
{
    private const string Source = "a == \"x\" && b > 5 && c >= 2";

    private static readonly Vocabulary<ChainFacts> Vocabulary = EcomOps.Rules.Vocabularies.Vocabulary.Of<ChainFacts>("bench.chain")
        .Text("a", f => f.A)
        .Int("b", f => f.B)
        .Decimal("c", f => f.C)
        .Build();

    /// <inheritdoc />
    public string Name => "rules/cel-chain";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        var names = new VocabularyNames(Vocabulary, new HashSet<string>(), _ => null, new Dictionary<string, NamedList>());
        var compiler = new Compiler(names, new CompilerOptions(FunctionTable.Dialect) { IsDialect = true });
        Node<bool> chain = Cast.To<bool>(compiler.Compile(CelParser.Parse(Source).Root!).Node);
        var facts = new ChainFacts("x", 7, 2.5m);
        int held = 0;
        void Evaluate()
        {
            FactFrame frame = FramePool.Rent(facts, Vocabulary);
            frame.Budget = RuleSet.DefaultBudget;
            Truth truth = Evaluations.Evaluate(frame, chain, 0, Evaluations.ExpressionBudget, out bool holds);
            held += truth == Truth.True && holds ? 1 : throw new InvalidOperationException("The chain must hold.");
            FramePool.Return(frame);
            held &= 0xFFFF;
        }

        yield return GateResult.AtMost("rules/cel-chain-time", Measurement.BestNanoseconds(Evaluate), "ns", 100);
        yield return GateResult.AtMost("rules/cel-chain-memory", Measurement.AllocatedBytes(Evaluate, 10_000), "B", 0);
        GC.KeepAlive(held);
    }

    private sealed record ChainFacts(string A, int B, decimal C);
}
