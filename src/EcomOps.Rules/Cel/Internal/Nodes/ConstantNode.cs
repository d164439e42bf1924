using EcomOps.Rules.Cel.Internal.Evaluation;

namespace EcomOps.Rules.Cel.Internal.Nodes;

internal sealed class ConstantNode<T>(T constant) : Node<T>
{
    private readonly object? _boxed = Boxes.Of(constant);

    public T Constant => constant;

    public override bool IsConstant => true;

    public override Status Eval(CelFrame frame, out T value)
    {
        value = constant;
        return frame.Spend() ? Status.Ok : frame.OverBudget();
    }

    public override Status Box(CelFrame frame, out object? value)
    {
        value = _boxed;
        return frame.Spend() ? Status.Ok : frame.OverBudget();
    }
}

// An expression that cannot have a value; it fails when it is reached.
internal sealed class FailingNode(DecisionSets.RuleError error) : Node<object?>
{
    public override Status Eval(CelFrame frame, out object? value)
    {
        value = null;
        return frame.Fail(error);
    }
}
