using System.Runtime.CompilerServices;
using NodaTime;

namespace EcomOps.Rules.Vocabularies.Internal;

// The facts of one evaluation. Slots are filled at their first read and kept, so that an accessor runs at most once per decision.
// Not thread-safe; frames are pooled by the set that owns them.
internal abstract class FactFrame(int attributes)
{
    public FactSlot[] Slots { get; } = new FactSlot[attributes];

    public Instant Now { get; set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref FactSlot Read(int index)
    {
        ref FactSlot slot = ref Slots[index];
        if (slot.State == FactState.NotLoaded)
        {
            Load(index, ref slot);
        }

        return ref slot;
    }

    public virtual void Clear() => Array.Clear(Slots);

    protected abstract void Load(int index, ref FactSlot slot);
}
