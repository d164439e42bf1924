namespace EcomOps.Catalog.Defaults;

internal static class EmbeddedText
{
    public static string Read(string name)
    {
        using Stream stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream("EcomOps.Catalog.Defaults." + name)
            ?? throw new InvalidOperationException($"The package lacks its resource '{name}'.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
