namespace EcomOps.Catalog.Products.Internal;

internal static class WebAddress
{
    // An absolute http or https address as channels accept it: a host, and no white space anywhere.
    public static bool IsValid(string text)
    {
        bool scheme = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return scheme && !text.Any(char.IsWhiteSpace) && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Host.Length > 0;
    }
}
