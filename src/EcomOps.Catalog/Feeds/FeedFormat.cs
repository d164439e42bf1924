namespace EcomOps.Catalog.Feeds;

/// <summary>How a feed is written.</summary>
public enum FeedFormat
{
    /// <summary>RSS 2.0 with the <c>g:</c> namespace.</summary>
    Rss,

    /// <summary>Tab-separated text with a header row.</summary>
    TabSeparated,

    /// <summary>Comma-separated text with a header row (RFC 4180).</summary>
    CommaSeparated,
}
