namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>A known name in UTF-8 with what it means by the place where it stands.</summary>
/// <param name="Utf8">The name.</param>
/// <param name="OnEvent">Meaning as a parameter of an event.</param>
/// <param name="OnItem">Meaning as a parameter of an item.</param>
/// <param name="IsBuiltInOnEvent">Whether GA4 has it as a parameter of events.</param>
/// <param name="IsBuiltInOnItem">Whether GA4 has it as a parameter of items.</param>
/// <param name="Needs">What an event of this name must carry; null when it is no recommended event.</param>
internal sealed record Ga4NameEntry(byte[] Utf8, Ga4Meaning OnEvent, Ga4Meaning OnItem, bool IsBuiltInOnEvent, bool IsBuiltInOnItem, Ga4Needs? Needs)
{
    /// <summary>First bytes, as <see cref="Ga4NameTable.Ends"/> gives them.</summary>
    internal ulong First { get; } = Ga4NameTable.Ends(Utf8).First;

    /// <summary>Last bytes, as <see cref="Ga4NameTable.Ends"/> gives them.</summary>
    internal ulong Last { get; } = Ga4NameTable.Ends(Utf8).Last;
}
