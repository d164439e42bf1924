using EcomOps.Rules.Cel.Internal.Evaluation;

namespace EcomOps.Rules.Cel.Internal.Functions;

internal delegate Status Function<TResult>(CelFrame frame, out TResult value);

internal delegate Status Function<T1, TResult>(CelFrame frame, T1 a1, out TResult value);

internal delegate Status Function<T1, T2, TResult>(CelFrame frame, T1 a1, T2 a2, out TResult value);

internal delegate Status Function<T1, T2, T3, TResult>(CelFrame frame, T1 a1, T2 a2, T3 a3, out TResult value);

internal delegate Status Function<T1, T2, T3, T4, TResult>(CelFrame frame, T1 a1, T2 a2, T3 a3, T4 a4, out TResult value);
