using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.DecisionSets.Internal;

internal static class ExpressionCompilers
{
    public static IExpressionCompiler For(RuleSetDocument document, Vocabulary vocabulary, IReadOnlyDictionary<string, NamedList> lists, DocumentReport report) =>
        new ExpressionCompiler(document, vocabulary, lists, report);
}
