namespace EcomOps.Analytics.Events;

/// <summary>Type of an <see cref="EventValue"/>.</summary>
public enum EventValueKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Decimal number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,
}
