using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;

namespace EcomOps.Rules.Cel.Internal.Functions;

internal sealed class OperatorOverload<TLeft, TRight, TResult, TOperation>(string signature) : Overload(signature)
    where TOperation : struct, IOperation<TLeft, TRight, TResult>
{
    public override Node Build(Node[] arguments) =>
        new BinaryNode<TLeft, TRight, TResult, TOperation>(Cast.To<TLeft>(arguments[0]), Cast.To<TRight>(arguments[1]));

    public override Status Invoke(CelFrame frame, object?[] arguments, out object? value)
    {
        Status status = TOperation.Apply(frame, (TLeft)arguments[0]!, (TRight)arguments[1]!, out TResult result);
        value = status == Status.Ok ? Boxes.Of(result) : null;
        return status;
    }
}
