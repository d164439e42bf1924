using System.Text;
using System.Xml;

namespace EcomOps.Catalog.Feeds.Internal;

internal static class RssWriter
{
    private const string Namespace = "http://base.google.com/ns/1.0";

    public static async Task WriteAsync(IEnumerable<FeedItem> items, Stream stream, FeedOptions options, CancellationToken cancellationToken)
    {
        XmlWriterSettings settings = new()
        {
            Async = true,
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
            // Line ends inside values are written as references, so that a reader gets them back as they were.
            NewLineHandling = NewLineHandling.Entitize,
            CloseOutput = false,
        };
        XmlWriter writer = XmlWriter.Create(stream, settings);
        await using (writer.ConfigureAwait(false))
        {
            await writer.WriteStartDocumentAsync().ConfigureAwait(false);
            await writer.WriteStartElementAsync(null, "rss", null).ConfigureAwait(false);
            await writer.WriteAttributeStringAsync(null, "version", null, "2.0").ConfigureAwait(false);
            await writer.WriteAttributeStringAsync("xmlns", "g", null, Namespace).ConfigureAwait(false);
            await writer.WriteStartElementAsync(null, "channel", null).ConfigureAwait(false);
            await writer.WriteElementStringAsync(null, "title", null, XmlCharacters.Clean(options.Title)).ConfigureAwait(false);
            await writer.WriteElementStringAsync(null, "link", null, XmlCharacters.Clean(options.Link)).ConfigureAwait(false);
            await writer.WriteElementStringAsync(null, "description", null, XmlCharacters.Clean(options.Description)).ConfigureAwait(false);
            foreach (FeedItem item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await WriteItemAsync(writer, item).ConfigureAwait(false);
            }

            await writer.WriteEndElementAsync().ConfigureAwait(false);
            await writer.WriteEndElementAsync().ConfigureAwait(false);
            await writer.WriteEndDocumentAsync().ConfigureAwait(false);
        }
    }

    private static async Task WriteItemAsync(XmlWriter writer, FeedItem item)
    {
        await writer.WriteStartElementAsync(null, "item", null).ConfigureAwait(false);
        foreach (string name in item.Names)
        {
            foreach (string value in item[name])
            {
                await writer.WriteElementStringAsync("g", name, Namespace, XmlCharacters.Clean(value)).ConfigureAwait(false);
            }
        }

        await writer.WriteEndElementAsync().ConfigureAwait(false);
    }
}
