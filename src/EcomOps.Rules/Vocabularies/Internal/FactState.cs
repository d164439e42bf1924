namespace EcomOps.Rules.Vocabularies.Internal;

internal enum FactState : byte
{
    NotLoaded,
    Present,
    Absent,

    /// <summary>Required, but the facts do not hold it.</summary>
    Missing,

    /// <summary>Declared as fetched and not fetched yet.</summary>
    Unknown,

    /// <summary>The accessor failed.</summary>
    Faulted,
}
