using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;
using NodaTime;

namespace EcomOps.Rules.Cel.Internal.Nodes;

internal interface ISlotReader<T>
{
    static abstract T Read(in FactSlot slot);
}

internal readonly struct SlotReaders : ISlotReader<bool>, ISlotReader<long>, ISlotReader<double>, ISlotReader<decimal>, ISlotReader<Money>,
    ISlotReader<string>, ISlotReader<LocalDate>, ISlotReader<Instant>, ISlotReader<Duration>, ISlotReader<object?>
{
    static bool ISlotReader<bool>.Read(in FactSlot slot) => slot.Bool;

    static long ISlotReader<long>.Read(in FactSlot slot) => slot.Int;

    static double ISlotReader<double>.Read(in FactSlot slot) => slot.Double;

    static decimal ISlotReader<decimal>.Read(in FactSlot slot) => slot.Decimal;

    static Money ISlotReader<Money>.Read(in FactSlot slot) => slot.Money;

    static string ISlotReader<string>.Read(in FactSlot slot) => slot.Text;

    static LocalDate ISlotReader<LocalDate>.Read(in FactSlot slot) => slot.Date;

    static Instant ISlotReader<Instant>.Read(in FactSlot slot) => slot.Timestamp;

    static Duration ISlotReader<Duration>.Read(in FactSlot slot) => slot.Duration;

    static object? ISlotReader<object?>.Read(in FactSlot slot) => slot.Reference;

    /// <summary>The node that reads an attribute.</summary>
    public static Node Node(int attribute, AttributeKind kind) => kind switch
    {
        AttributeKind.Bool => new AttributeNode<bool, SlotReaders>(attribute),
        AttributeKind.Int => new AttributeNode<long, SlotReaders>(attribute),
        AttributeKind.Double => new AttributeNode<double, SlotReaders>(attribute),
        AttributeKind.Decimal => new AttributeNode<decimal, SlotReaders>(attribute),
        AttributeKind.Money => new AttributeNode<Money, SlotReaders>(attribute),
        AttributeKind.String or AttributeKind.Enum => new AttributeNode<string, SlotReaders>(attribute),
        AttributeKind.Date => new AttributeNode<LocalDate, SlotReaders>(attribute),
        AttributeKind.Timestamp => new AttributeNode<Instant, SlotReaders>(attribute),
        AttributeKind.Duration => new AttributeNode<Duration, SlotReaders>(attribute),
        _ => new AttributeNode<object?, SlotReaders>(attribute),
    };
}

internal sealed class AttributeNode<T, TReader>(int attribute) : Node<T>
    where TReader : struct, ISlotReader<T>
{
    public override Status Eval(CelFrame frame, out T value)
    {
        ref FactSlot slot = ref frame.Facts!.Read(attribute);
        if (slot.State != FactState.Present)
        {
            value = default!;
            return frame.NotPresent(attribute, slot.State);
        }

        value = TReader.Read(slot);
        return frame.Spend() ? Status.Ok : frame.OverBudget();
    }
}

// has(attribute).
internal sealed class PresenceNode(int attribute) : Node<bool>
{
    public override Status Eval(CelFrame frame, out bool value)
    {
        FactState state = frame.Facts!.Read(attribute).State;
        value = state == FactState.Present;
        return !frame.Spend() ? frame.OverBudget() : state is FactState.Present or FactState.Absent ? Status.Ok : frame.NotPresent(attribute, state);
    }
}

// a.?b for an attribute.
internal sealed class OptionalAttributeNode(int attribute, Node read) : Node<CelOptional>
{
    public override Status Eval(CelFrame frame, out CelOptional value)
    {
        value = CelOptional.None;
        if (frame.Facts!.Read(attribute).State == FactState.Absent)
        {
            return frame.Spend() ? Status.Ok : frame.OverBudget();
        }

        Status status = read.Box(frame, out object? present);
        value = status == Status.Ok ? CelOptional.Of(present) : value;
        return status;
    }
}

internal sealed class NowNode : Node<Instant>
{
    public override Status Eval(CelFrame frame, out Instant value)
    {
        value = frame.Facts!.Now;
        return frame.Spend() ? Status.Ok : frame.OverBudget();
    }
}

internal sealed class TodayNode : Node<LocalDate>
{
    public override Status Eval(CelFrame frame, out LocalDate value)
    {
        value = frame.Facts!.Today;
        return frame.Spend() ? Status.Ok : frame.OverBudget();
    }
}

// A variable of a stand-alone program.
internal sealed class BindingNode(int index, string name) : Node<object?>
{
    public override Status Eval(CelFrame frame, out object? value)
    {
        value = frame.Bindings[index];
        if (ReferenceEquals(value, CelFrame.Unbound))
        {
            value = null;
            return frame.Fail(new RuleError(RuleErrorKind.MissingFact, $"The variable '{name}' has no value.", name));
        }

        return frame.Spend() ? Status.Ok : frame.OverBudget();
    }
}

// The variable of a macro.
internal sealed class LocalNode(int index) : Node<object?>
{
    public override Status Eval(CelFrame frame, out object? value)
    {
        value = frame.Locals[index];
        if (value is WithoutValue without)
        {
            value = null;
            return without.Restore(frame);
        }

        return frame.Spend() ? Status.Ok : frame.OverBudget();
    }
}

// What a name stands for when its expression has no value: whoever reads the name gets the same status.
internal sealed record WithoutValue(Status Status, RuleError? Error, int Absent, int[] Needs)
{
    public static WithoutValue Keep(CelFrame frame, Status status, int needs)
    {
        int[] asked = status == Status.Unknown ? [.. frame.Needs.Skip(needs)] : [];
        frame.ForgetNeeds(needs);
        return new WithoutValue(status, frame.Error, frame.Absent, asked);
    }

    public Status Restore(CelFrame frame)
    {
        frame.Error = Error;
        frame.Absent = Absent;
        frame.Needs.AddRange(Needs);
        return Status;
    }
}
