namespace EcomOps.Rules.Vocabularies.Internal;

/// <summary>Reads one attribute into its slot and sets the slot's state.</summary>
internal delegate void FactLoader<in T>(T facts, ref FactSlot slot);
