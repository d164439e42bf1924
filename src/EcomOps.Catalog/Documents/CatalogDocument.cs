using System.Text;
using System.Text.Json;
using EcomOps.Catalog.Documents.Internal;
using EcomOps.Catalog.Products;
using EcomOps.Core;

namespace EcomOps.Catalog.Documents;

/// <summary>Reads products from JSON: an array, an object with <c>products</c>, one product, or one product a line.</summary>
/// <remarks>
/// <para>
/// Members of a product: <c>id</c>, <c>title</c>, <c>variants</c> (all three needed), <c>description</c>, <c>brand</c>, <c>link</c>,
/// <c>category</c>, <c>otherCategories</c>, <c>optionAxes</c>, <c>images</c>, <c>attributes</c>, <c>tags</c>, <c>condition</c>,
/// <c>status</c>, <c>digital</c>, <c>rating</c>. Of a variant: <c>sku</c> (needed), <c>gtin</c>, <c>mpn</c>, <c>identifierExists</c>,
/// <c>options</c>, <c>price</c>, <c>sale</c>, <c>prices</c>, <c>availability</c>, <c>availableFrom</c>, <c>title</c>, <c>link</c>,
/// <c>images</c>, <c>attributes</c>, <c>weight</c>, <c>dimensions</c>. Of an image: its address alone, or <c>link</c>, <c>role</c>,
/// <c>alt</c>, <c>file</c>.
/// </para>
/// <para>
/// Amounts are texts such as <c>19.90 EUR</c>, weights <c>300 g</c>, dimensions <c>30 x 20 x 5 cm</c>, instants ISO 8601. A text that
/// differs by place is an object with the keys <c>de</c>, <c>google/*</c>, <c>google/de</c> or <c>*</c>. A product with any problem is
/// rejected with all of them, and reading goes on. Pure and thread-safe.
/// </para>
/// </remarks>
public static class CatalogDocument
{
    private const int DeepestNesting = 32;

    /// <summary>Reads a text.</summary>
    /// <param name="json">JSON, or one JSON object a line.</param>
    /// <returns>Products and problems.</returns>
    public static CatalogReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        List<Issue> issues = [];
        try
        {
            using JsonDocument document = Parse(json);
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("products", out JsonElement inner) && inner.ValueKind == JsonValueKind.Array)
            {
                return Read(inner.EnumerateArray(), issues);
            }

            return root.ValueKind == JsonValueKind.Array ? Read(root.EnumerateArray(), issues) : Read([root], issues);
        }
        catch (JsonException problem)
        {
            return IsLines(json) ? ReadLines(json) : new CatalogReading([], 0, [Invalid(problem, problem.LineNumber)]);
        }
    }

    /// <summary>Reads a stream of UTF-8 text to its end.</summary>
    /// <param name="stream">Stream; not closed.</param>
    /// <param name="cancellationToken">Token.</param>
    /// <returns>Products and problems.</returns>
    public static async Task<CatalogReading> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return Read(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
    }

    private static CatalogReading Read(IEnumerable<JsonElement> elements, List<Issue> issues)
    {
        List<Product> products = [];
        int read = 0;
        foreach (JsonElement element in elements)
        {
            if (ProductReader.Read(element, $"products[{read}]", issues) is { } product)
            {
                products.Add(product);
            }

            read++;
        }

        return new CatalogReading(products, read, issues);
    }

    private static CatalogReading ReadLines(string text)
    {
        List<Issue> issues = [];
        List<Product> products = [];
        int read = 0, number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            read++;
            try
            {
                using JsonDocument document = Parse(line);
                if (ProductReader.Read(document.RootElement, $"line {number}", issues) is { } product)
                {
                    products.Add(product);
                }
            }
            catch (JsonException problem)
            {
                issues.Add(Invalid(problem, number - 1));
            }
        }

        return new CatalogReading(products, read, issues);
    }

    private static JsonDocument Parse(string json) => JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestNesting });

    // Several lines of which the first that is not blank is a whole object.
    private static bool IsLines(string text)
    {
        string[] lines = [.. text.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)).Take(2)];
        if (lines.Length < 2 || !lines[0].TrimStart().StartsWith('{'))
        {
            return false;
        }

        try
        {
            Parse(lines[0]).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return lines[1].TrimStart().StartsWith('{') && lines[0].TrimEnd().EndsWith('}');
        }
    }

    private static Issue Invalid(JsonException problem, long? line) =>
        new("invalid_json", $"line {(line ?? 0) + 1}", $"This is not JSON at character {(problem.BytePositionInLine ?? 0) + 1}.");
}
