using EcomOps.Rules.Cel.Internal.Evaluation;

namespace EcomOps.Rules.Cel.Internal.Functions;

// Forms of functions that always have a result.
internal static class Make
{
    public static Overload Of<T1, TResult>(string signature, Func<T1, TResult> function, int cost = 0) =>
        new Overload<T1, TResult>(signature, (CelFrame _, T1 a, out TResult value) =>
        {
            value = function(a);
            return Status.Ok;
        }, cost);

    public static Overload Of<T1, T2, TResult>(string signature, Func<T1, T2, TResult> function, int cost = 0) =>
        new Overload<T1, T2, TResult>(signature, (CelFrame _, T1 a, T2 b, out TResult value) =>
        {
            value = function(a, b);
            return Status.Ok;
        }, cost);

    /// <summary>A function that fails with one message when it has no result.</summary>
    public static Overload Try<T1, TResult>(string signature, Func<T1, TResult?> function, string message)
        where TResult : struct =>
        new Overload<T1, TResult>(signature, (CelFrame frame, T1 a, out TResult value) =>
        {
            TResult? made = function(a);
            value = made.GetValueOrDefault();
            return made.HasValue ? Status.Ok : frame.Fail(message);
        });

    public static Overload Try<T1, T2, TResult>(string signature, Func<T1, T2, TResult?> function, string message)
        where TResult : struct =>
        new Overload<T1, T2, TResult>(signature, (CelFrame frame, T1 a, T2 b, out TResult value) =>
        {
            TResult? made = function(a, b);
            value = made.GetValueOrDefault();
            return made.HasValue ? Status.Ok : frame.Fail(message);
        });
}
