using EcomOps.Catalog.Feeds.Internal;
using EcomOps.Catalog.Products;

namespace EcomOps.Catalog.Feeds;

/// <summary>Writes product data for Google Merchant Center and reports what it would refuse.</summary>
/// <remarks>
/// RSS 2.0 by default, or delimited text. UTF-8. One item per variant, with the SKU as <c>id</c> and the product's id as
/// <c>item_group_id</c> when there are several variants. Characters that XML does not allow are left out of the text. Thread-safe.
/// </remarks>
public static class GoogleMerchantFeed
{
    /// <summary>Writes a file, which appears whole or not at all.</summary>
    /// <param name="publication">What the channel gets.</param>
    /// <param name="path">File; an existing one is replaced.</param>
    /// <param name="options">Country, format and report; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels before the file appears.</param>
    /// <returns>Counts and issues.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static Task<FeedResult> WriteAsync(Publication publication, string path, FeedOptions? options = null, CancellationToken cancellationToken = default) =>
        FeedWriting.ToFileAsync(FeedProfile.Google, FeedFormat.Rss, publication, path, options, cancellationToken);

    /// <summary>Writes to a stream.</summary>
    /// <param name="publication">What the channel gets.</param>
    /// <param name="stream">Stream; not closed.</param>
    /// <param name="options">Country, format and report; null for the defaults.</param>
    /// <param name="cancellationToken">Stops between items.</param>
    /// <returns>Counts and issues.</returns>
    public static Task<FeedResult> WriteAsync(Publication publication, Stream stream, FeedOptions? options = null, CancellationToken cancellationToken = default) =>
        FeedWriting.ToStreamAsync(FeedProfile.Google, FeedFormat.Rss, publication, stream, options, cancellationToken);

    /// <summary>Validates without writing.</summary>
    /// <param name="publication">What the channel would get.</param>
    /// <param name="options">Country and report; null for the defaults.</param>
    /// <returns>Counts and issues.</returns>
    public static FeedResult Check(Publication publication, FeedOptions? options = null) => FeedWriting.Check(FeedProfile.Google, publication, options);

    /// <summary>The item that a variant becomes.</summary>
    /// <param name="variant">Variant and product.</param>
    /// <param name="publication">Locale and taxonomy.</param>
    /// <param name="options">Country and names; null for the defaults.</param>
    /// <returns>The item, not validated.</returns>
    public static FeedItem ToItem(CatalogVariant variant, Publication publication, FeedOptions? options = null) => FeedWriting.ToItem(FeedProfile.Google, variant, publication, options);
}
