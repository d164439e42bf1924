using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Evaluation;
using NodaTime;

namespace EcomOps.Rules.Cel.Internal.Nodes;

// Fields of money and dates.
internal static class PartNodes
{
    public static Node Of(CelTypeKind kind, string field, Node operand) => (kind, field) switch
    {
        (CelTypeKind.Money, "amount") => new PartNode<Money, decimal>(Cast.To<Money>(operand), m => m.Amount),
        (CelTypeKind.Money, _) => new PartNode<Money, string>(Cast.To<Money>(operand), m => m.Currency.Code),
        (_, "year") => new PartNode<LocalDate, long>(Cast.To<LocalDate>(operand), d => d.Year),
        (_, "month") => new PartNode<LocalDate, long>(Cast.To<LocalDate>(operand), d => d.Month),
        (_, "day") => new PartNode<LocalDate, long>(Cast.To<LocalDate>(operand), d => d.Day),
        _ => new PartNode<LocalDate, long>(Cast.To<LocalDate>(operand), d => (long)d.DayOfWeek),
    };
}

internal sealed class PartNode<T, TPart>(Node<T> operand, Func<T, TPart> part) : Node<TPart>
{
    public override Status Eval(CelFrame frame, out TPart value)
    {
        Status status = operand.Eval(frame, out T whole);
        value = status == Status.Ok ? part(whole) : default!;
        return status != Status.Ok ? status : frame.Spend() ? Status.Ok : frame.OverBudget();
    }
}
