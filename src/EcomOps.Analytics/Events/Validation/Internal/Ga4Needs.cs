namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>What a recommended event must carry.</summary>
[Flags]
internal enum Ga4Needs
{
    Nothing = 0,
    Items = 1,
    Transaction = 2,
    Value = 4,
    SearchTerm = 8,
}
