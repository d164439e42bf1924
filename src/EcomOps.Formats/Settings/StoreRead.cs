using EcomOps.Operations.Settings;

namespace EcomOps.Formats.Settings;

/// <summary>The file is right.</summary>
/// <param name="Settings">What it says.</param>
public sealed record StoreRead(StoreSettings Settings) : StoreReading;
