using System.Text;
using System.Xml.Linq;
using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Products;

namespace EcomOps.Catalog.Tests.Feeds;

/// <summary>Readers of feeds that share nothing with the writers.</summary>
internal static class FeedText
{
    private static readonly XNamespace G = "http://base.google.com/ns/1.0";

    public static async Task<(string Text, FeedResult Result)> GoogleAsync(Publication publication, FeedOptions? options = null)
    {
        using MemoryStream stream = new();
        FeedResult result = await GoogleMerchantFeed.WriteAsync(publication, stream, options);
        return (Encoding.UTF8.GetString(stream.ToArray()), result);
    }

    public static async Task<(string Text, FeedResult Result)> MetaAsync(Publication publication, FeedOptions? options = null)
    {
        using MemoryStream stream = new();
        FeedResult result = await MetaCatalogFeed.WriteAsync(publication, stream, options);
        return (Encoding.UTF8.GetString(stream.ToArray()), result);
    }

    public static List<ILookup<string, string>> Items(string xml) =>
    [
        .. XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Root!.Element("channel")!.Elements("item")
            .Select(item => item.Elements().Where(e => e.Name.Namespace == G).ToLookup(e => e.Name.LocalName, e => e.Value)),
    ];

    /// <summary>Rows of delimited text by RFC 4180, as maps from column to cell.</summary>
    public static List<Dictionary<string, string>> Rows(string text, char separator)
    {
        List<List<string>> rows = [[]];
        StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (c == separator || c == '\n'))
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add([]);
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        return [.. rows.Skip(1).Where(r => r.Count > 0).Select(r => rows[0].Zip(r).ToDictionary(p => p.First, p => p.Second))];
    }
}
