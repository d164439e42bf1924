using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Cel.Internal.Functions;

// A function that is only checked.
internal sealed class DeclaredOverload(string signature) : Overload(signature)
{
    private readonly RuleError _error = new(RuleErrorKind.Expression, $"The function '{signature}' is declared but not given.");

    public override bool IsFoldable => false;

    public override Node Build(Node[] arguments) => new FailingNode(_error);

    public override Status Invoke(CelFrame frame, object?[] arguments, out object? value)
    {
        value = null;
        return frame.Fail(_error);
    }
}
