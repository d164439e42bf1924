namespace EcomOps.Rules.Documents.Internal;

/// <summary>Places of the model's parts in the text, by path (<c>rules[2].when</c>).</summary>
internal sealed class DocumentOrigins(SourceText source)
{
    private readonly Dictionary<string, (int Start, int End)> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextOrigin> _texts = new(StringComparer.Ordinal);

    public SourceText Source { get; } = source;

    public void Add(string path, DocumentNode node) => _places.TryAdd(path, (node.Start, node.End));

    public void AddText(string path, TextOrigin origin) => _texts[path] = origin;

    /// <summary>Place of a part; of its nearest enclosing part when it has none of its own.</summary>
    public (int Start, int Length) Find(string path)
    {
        while (true)
        {
            if (_places.TryGetValue(path, out (int Start, int End) place))
            {
                return (place.Start, Math.Max(1, place.End - place.Start));
            }

            int cut = path.LastIndexOfAny(['.', '[']);
            if (cut <= 0)
            {
                return (0, 1);
            }

            path = path[..cut];
        }
    }

    /// <summary>Place of a range inside an expression.</summary>
    public (int Start, int Length) Find(string path, int start, int length) =>
        _texts.TryGetValue(path, out TextOrigin? origin) ? origin.Locate(Source, start, length) : Find(path);
}
