namespace EcomOps.Rules.Vocabularies.Internal;

internal sealed class TypedFactFrame<T>(FactLoader<T>[] loaders) : FactFrame(loaders.Length)
    where T : notnull
{
    public T? Facts { get; set; }

    public override void Clear()
    {
        base.Clear();
        Facts = default;
    }

    public override void Keep() => DecisionSets.Internal.FramePool.Typed<T>.Frame = this;

    protected override void Load(int index, ref FactSlot slot)
    {
        try
        {
            loaders[index](Facts!, ref slot);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A null on the way to a member is the usual cause; the decision reports it with the attribute's path.
            slot.Reference = error.GetType().Name;
            slot.State = FactState.Faulted;
        }
    }
}
