using EcomOps.Catalog.Feeds.Internal;
using EcomOps.Catalog.Products;

namespace EcomOps.Catalog.Feeds;

/// <summary>Writes the product catalogue for Meta (Facebook, Instagram) and reports what it would refuse.</summary>
/// <remarks>CSV by default, or TSV or RSS. UTF-8. One item per variant. Thread-safe.</remarks>
public static class MetaCatalogFeed
{
    /// <summary>Writes a file, which appears whole or not at all.</summary>
    /// <param name="publication">What the channel gets.</param>
    /// <param name="path">File; an existing one is replaced.</param>
    /// <param name="options">Country, format and report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels before the file appears.</param>
    /// <returns>Counts and issues.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static Task<FeedResult> WriteAsync(Publication publication, string path, FeedOptions? options = null, CancellationToken cancellationToken = default) =>
        FeedWriting.ToFileAsync(FeedProfile.Meta, FeedFormat.CommaSeparated, publication, path, options, cancellationToken);

    /// <summary>Writes to a stream.</summary>
    /// <param name="publication">What the channel gets.</param>
    /// <param name="stream">Stream; not closed.</param>
    /// <param name="options">Country, format and report; null for the defaults.</param>
    /// <param name="cancellationToken">Stops between items.</param>
    /// <returns>Counts and issues.</returns>
    public static Task<FeedResult> WriteAsync(Publication publication, Stream stream, FeedOptions? options = null, CancellationToken cancellationToken = default) =>
        FeedWriting.ToStreamAsync(FeedProfile.Meta, FeedFormat.CommaSeparated, publication, stream, options, cancellationToken);

    /// <summary>Validates without writing.</summary>
    /// <param name="publication">What the channel would get.</param>
    /// <param name="options">Country and report; null for the defaults.</param>
    /// <returns>Counts and issues.</returns>
    public static FeedResult Check(Publication publication, FeedOptions? options = null) => FeedWriting.Check(FeedProfile.Meta, publication, options);

    /// <summary>The item that a variant becomes.</summary>
    /// <param name="variant">Variant and product.</param>
    /// <param name="publication">Locale and taxonomy.</param>
    /// <param name="options">Country and names; null for the defaults.</param>
    /// <returns>The item, not validated.</returns>
    public static FeedItem ToItem(CatalogVariant variant, Publication publication, FeedOptions? options = null) => FeedWriting.ToItem(FeedProfile.Meta, variant, publication, options);
}
