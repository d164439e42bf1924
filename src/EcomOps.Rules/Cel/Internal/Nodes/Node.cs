using EcomOps.Rules.Cel.Internal.Evaluation;

namespace EcomOps.Rules.Cel.Internal.Nodes;

// A compiled expression. Nodes are immutable and shared by threads; what changes lies in the frame.
internal abstract class Node
{
    /// <summary>The value as an object.</summary>
    public abstract Status Box(CelFrame frame, out object? value);

    /// <summary>A conditional of this node's type.</summary>
    public abstract Node Conditional(Node<bool> condition, Node otherwise);

    /// <summary>The node with names that it reads from local slots.</summary>
    public abstract Node Bound((int Local, Node Value)[] values);

    public virtual bool IsConstant => false;

    /// <summary>The node's value as a constant, or null when it has none.</summary>
    public abstract Node? Fold(CelFrame frame);

    /// <summary>The status of an operation whose operand has none, when there are more operands: an unknown one wins.</summary>
    public static Status Worse(CelFrame frame, Status first, Node other)
    {
        if (first is Status.Unknown or Status.Over)
        {
            return first;
        }

        DecisionSets.RuleError? error = frame.Error;
        int absent = frame.Absent;
        Status second = other.Box(frame, out _);
        if (second is Status.Unknown or Status.Over)
        {
            return second;
        }

        frame.Error = error;
        frame.Absent = absent;
        return first;
    }
}

// A compiled expression whose values have one CLR type: nothing is boxed on the way.
internal abstract class Node<T> : Node
{
    public abstract Status Eval(CelFrame frame, out T value);

    public override Status Box(CelFrame frame, out object? value)
    {
        Status status = Eval(frame, out T typed);
        value = status == Status.Ok ? Boxes.Of(typed) : null;
        return status;
    }

    public override Node? Fold(CelFrame frame) => Eval(frame, out T value) == Status.Ok ? new ConstantNode<T>(value) : null;

    public override Node Bound((int Local, Node Value)[] values) => new BindNode<T>(values, this);

    public override Node Conditional(Node<bool> condition, Node otherwise) => new ConditionalNode<T>(condition, this, Cast.To<T>(otherwise));
}
