using EcomOps.Catalog.Products;
using EcomOps.Core;

namespace EcomOps.Catalog.Feeds.Internal;

internal static class FeedWriting
{
    public static FeedItem ToItem(FeedProfile profile, CatalogVariant variant, Publication publication, FeedOptions? options)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(publication);
        return new ItemMapping(profile, publication, options ?? new FeedOptions()).Map(variant.Product, variant.Variant);
    }

    public static FeedResult Check(FeedProfile profile, Publication publication, FeedOptions? options)
    {
        ArgumentNullException.ThrowIfNull(publication);
        FeedRun run = new(profile, publication, options ?? new FeedOptions());
        foreach (FeedItem _ in run.Items())
        {
            // Counting and validating happen in the run.
        }

        return run.Result();
    }

    public static async Task<FeedResult> ToFileAsync(
        FeedProfile profile, FeedFormat usual, Publication publication, string path, FeedOptions? options, CancellationToken cancellationToken)
    {
        FeedResult? result = null;
        await AtomicFile.WriteAsync(
            path,
            async (stream, token) => result = await ToStreamAsync(profile, usual, publication, stream, options, token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return result!;
    }

    public static async Task<FeedResult> ToStreamAsync(
        FeedProfile profile, FeedFormat usual, Publication publication, Stream stream, FeedOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new FeedOptions();
        FeedRun run = new(profile, publication, options);
        switch (options.Format ?? usual)
        {
            case FeedFormat.Rss:
                await RssWriter.WriteAsync(run.Items(), stream, options, cancellationToken).ConfigureAwait(false);
                break;
            case FeedFormat.TabSeparated:
                await DelimitedWriter.WriteAsync(profile, run.Items(), stream, '\t', cancellationToken).ConfigureAwait(false);
                break;
            default:
                await DelimitedWriter.WriteAsync(profile, run.Items(), stream, ',', cancellationToken).ConfigureAwait(false);
                break;
        }

        return run.Result();
    }
}
