using EcomOps.Rules.Cel.Internal.Evaluation;

namespace EcomOps.Rules.Cel.Internal.Nodes;

internal static class Cast
{
    /// <summary>The node as one with values of a CLR type; a value that turns out to have another type is an error.</summary>
    public static Node<T> To<T>(Node node) => node as Node<T> ?? new CastNode<T>(node);
}

internal sealed class CastNode<T>(Node inner) : Node<T>
{
    public override bool IsConstant => inner.IsConstant;

    public override Status Eval(CelFrame frame, out T value)
    {
        Status status = inner.Box(frame, out object? boxed);
        if (status != Status.Ok)
        {
            value = default!;
            return status;
        }

        // A null is a value of object nodes only.
        if (boxed is T typed)
        {
            value = typed;
            return Status.Ok;
        }

        value = default!;
        return typeof(T) == typeof(object) ? Status.Ok : frame.FailOverload();
    }
}
