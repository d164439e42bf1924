using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;

namespace EcomOps.Rules.Cel.Internal.Functions;

internal sealed class Overload<TResult>(string signature, Function<TResult> function, int cost = 0) : Overload(signature, cost)
{
    public Function<TResult> Function => function;

    public override Node Build(Node[] arguments) => new CallNode<TResult>(this);

    public override Status Invoke(CelFrame frame, object?[] arguments, out object? value)
    {
        Status status = function(frame, out TResult result);
        value = status == Status.Ok ? Boxes.Of(result) : null;
        return status;
    }
}

internal sealed class Overload<T1, TResult>(string signature, Function<T1, TResult> function, int cost = 0) : Overload(signature, cost)
{
    public Function<T1, TResult> Function => function;

    public override Node Build(Node[] arguments) => new CallNode<T1, TResult>(this, Cast.To<T1>(arguments[0]));

    public override Status Invoke(CelFrame frame, object?[] arguments, out object? value)
    {
        Status status = function(frame, (T1)arguments[0]!, out TResult result);
        value = status == Status.Ok ? Boxes.Of(result) : null;
        return status;
    }
}

internal sealed class Overload<T1, T2, TResult>(string signature, Function<T1, T2, TResult> function, int cost = 0) : Overload(signature, cost)
{
    public Function<T1, T2, TResult> Function => function;

    public override Node Build(Node[] arguments) => new CallNode<T1, T2, TResult>(this, Cast.To<T1>(arguments[0]), Cast.To<T2>(arguments[1]));

    public override Status Invoke(CelFrame frame, object?[] arguments, out object? value)
    {
        Status status = function(frame, (T1)arguments[0]!, (T2)arguments[1]!, out TResult result);
        value = status == Status.Ok ? Boxes.Of(result) : null;
        return status;
    }
}

internal sealed class Overload<T1, T2, T3, TResult>(string signature, Function<T1, T2, T3, TResult> function, int cost = 0) : Overload(signature, cost)
{
    public Function<T1, T2, T3, TResult> Function => function;

    public override Node Build(Node[] arguments) => new CallNode<T1, T2, T3, TResult>(this, Cast.To<T1>(arguments[0]), Cast.To<T2>(arguments[1]), Cast.To<T3>(arguments[2]));

    public override Status Invoke(CelFrame frame, object?[] arguments, out object? value)
    {
        Status status = function(frame, (T1)arguments[0]!, (T2)arguments[1]!, (T3)arguments[2]!, out TResult result);
        value = status == Status.Ok ? Boxes.Of(result) : null;
        return status;
    }
}

internal sealed class Overload<T1, T2, T3, T4, TResult>(string signature, Function<T1, T2, T3, T4, TResult> function, int cost = 0) : Overload(signature, cost)
{
    public Function<T1, T2, T3, T4, TResult> Function => function;

    public override Node Build(Node[] arguments) => new CallNode<T1, T2, T3, T4, TResult>(this, Cast.To<T1>(arguments[0]), Cast.To<T2>(arguments[1]), Cast.To<T3>(arguments[2]), Cast.To<T4>(arguments[3]));

    public override Status Invoke(CelFrame frame, object?[] arguments, out object? value)
    {
        Status status = function(frame, (T1)arguments[0]!, (T2)arguments[1]!, (T3)arguments[2]!, (T4)arguments[3]!, out TResult result);
        value = status == Status.Ok ? Boxes.Of(result) : null;
        return status;
    }
}
