namespace EcomOps.Rules.Vocabularies.Internal;

internal sealed class NamedFactFrame(int attributes) : FactFrame(attributes)
{
    public Facts? Facts { get; set; }

    public override void Clear()
    {
        base.Clear();
        Facts = null;
    }

    protected override void Load(int index, ref FactSlot slot) => slot = Facts!.Slots[index];
}
