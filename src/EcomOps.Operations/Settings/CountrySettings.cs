using EcomOps.Core;

namespace EcomOps.Operations.Settings;

/// <summary>A country as an order file names it.</summary>
/// <param name="Name">Name in the file, compared without regard to case.</param>
/// <param name="Code">Its code.</param>
/// <param name="Position">A point that stands for the whole country when a destination's own is unknown, by choice of who edits the settings; null if none was chosen.</param>
public sealed record CountrySettings(string Name, CountryCode Code, GeoPoint? Position = null);
