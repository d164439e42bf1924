using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Expressions;

// Runs nodes on the facts of a decision. An expression has a budget of its own, and what it costs counts for the decision.
internal static class Evaluations
{
    /// <summary>Cost budget of one expression, in nodes, while a decision has the default one; a set that raises that raises this with it.</summary>
    public const long ExpressionBudget = 10_000;

    public static long BudgetOf(long? decision) => Math.Max(ExpressionBudget, (decision ?? 0) / 100);

    public static Truth Evaluate<T>(FactFrame facts, Node<T> node, int locals, long budget, out T value)
    {
        CelFrame frame = facts.Cel;
        CelFrame.Entry outer = frame.Enter(Math.Min(budget, facts.Budget), locals);
        long allowed = frame.Budget;
        Status status = node.Eval(frame, out value);
        facts.Budget -= Math.Min(allowed, allowed - frame.Budget);
        frame.Leave(outer);
        return status == Status.Ok ? Truth.True : Without(facts, frame, status);
    }

    public static Status ToStatus(CelFrame frame, FactFrame facts, Truth truth)
    {
        switch (truth)
        {
            case Truth.Absent:
                frame.Absent = facts.Absent;
                return Status.Absent;
            case Truth.Unknown:
                return Status.Unknown;
            case Truth.Error:
                frame.Error = facts.Error;
                return facts.Error!.Kind == RuleErrorKind.Budget ? Status.Over : Status.Error;
            default:
                return Status.Ok;
        }
    }

    private static Truth Without(FactFrame facts, CelFrame frame, Status status)
    {
        switch (status)
        {
            case Status.Absent:
                facts.Absent = frame.Absent;
                return Truth.Absent;
            case Status.Unknown:
                return Truth.Unknown;
            default:
                facts.Error = frame.Error;
                return Truth.Error;
        }
    }
}
