namespace EcomOps.Analytics.Metrics;

/// <summary>Which base event a conversion is credited to: its time starts the clock and its properties give the group of a breakdown.</summary>
public enum ConversionAttribution
{
    /// <summary>The last base event before the conversion; for an entity that did not convert, its last.</summary>
    Last,

    /// <summary>The first base event whose window the conversion still reaches; for an entity that did not convert, its first.</summary>
    First,
}
