namespace EcomOps.Inventory.MultiEchelon;

/// <summary>How a level is rounded to whole units.</summary>
public enum LevelRounding
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Up.</summary>
    Up,

    /// <summary>Down.</summary>
    Down,

    /// <summary>To the nearest whole number, halves to the even one.</summary>
    Nearest,
}
