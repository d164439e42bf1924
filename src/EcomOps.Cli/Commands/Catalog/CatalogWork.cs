using EcomOps.Catalog.Classification;
using EcomOps.Catalog.Documents;
using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Products;
using NodaTime;

namespace EcomOps.Cli.Commands.Catalog;

internal sealed record CatalogWork(
    CatalogReading Reading, ProductCatalog Catalog, ClassificationReport? Placed, string Channel, string? Locale, FeedOptions Options, Instant At)
{
    public Publication Publication => Catalog.Published(Channel, Locale);
}
