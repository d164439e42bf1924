namespace EcomOps.Inventory.Stores;

/// <summary>The store is certain that nothing was written and that repeating at once is useless: full or read-only.</summary>
/// <param name="Code">Stable snake_case code, for example <c>store_full</c>.</param>
/// <param name="Message">What happened and what to do about it.</param>
public sealed record AppendRefused(string Code, string Message) : AppendOutcome;
