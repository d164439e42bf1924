namespace EcomOps.Rules.Documents.Internal;

/// <summary>Takes the members of a map by name and reports those that nobody took.</summary>
internal sealed class MemberReader
{
    private readonly DocumentNode _map;
    private readonly Problems _problems;
    private readonly List<string> _known = [];

    public MemberReader(DocumentNode map, string path, Problems problems, DocumentOrigins origins)
    {
        _map = map;
        Path = path;
        _problems = problems;
        Origins = origins;
    }

    public string Path { get; }

    public DocumentOrigins Origins { get; }

    public IEnumerable<string> Names => _map.Members.Select(m => m.Key.Text);

    public string PathOf(string name) => Path.Length == 0 ? name : Path + "." + name;

    public DocumentNode? Take(string name)
    {
        _known.Add(name);
        foreach ((DocumentNode key, DocumentNode value) in _map.Members)
        {
            if (key.Text == name)
            {
                Origins.Add(PathOf(name), value);
                return value.IsNull ? null : value;
            }
        }

        return null;
    }

    public string? Text(string name, int maximumLength = 10_000)
    {
        DocumentNode? node = Take(name);
        if (node is null)
        {
            return null;
        }

        if (node.Kind != NodeKind.Scalar)
        {
            Wrong(node, name, "a text");
            return null;
        }

        if (node.Text.Length > maximumLength)
        {
            _problems.Error(DocumentCodes.TooLarge, PathOf(name), node.Start, 1, $"'{name}' is longer than {maximumLength} characters.");
            return null;
        }

        return node.Text;
    }

    /// <summary>A CEL source; a scalar, since anything else is a condition that YAML took for its own syntax.</summary>
    public string? Expression(string name)
    {
        DocumentNode? node = Take(name);
        if (node is null)
        {
            return null;
        }

        SourceText source = Origins.Source;
        if (node.Kind != NodeKind.Scalar)
        {
            int end = Math.Max(node.Start + 1, Math.Min(node.End, source.LineEnd(node.Start)));
            ConditionQuoting.Report(node.Start, end - node.Start, source.Text[node.Start..end].TrimEnd(), PathOf(name), _problems);
            return null;
        }

        if (CutByComment(node, source) is { } whole)
        {
            ConditionQuoting.Report(node.Start, whole.Length, whole, PathOf(name), _problems);
            return null;
        }

        Origins.AddText(PathOf(name), TextOrigin.Of(node));
        return node.Text;
    }

    public long? Whole(string name, long minimum, long maximum)
    {
        DocumentNode? node = Take(name);
        if (node is null)
        {
            return null;
        }

        if (node.IsNumber && new NumberValue(node.Text).TryGetInt64(out long value) && value >= minimum && value <= maximum)
        {
            return value;
        }

        Wrong(node, name, $"a whole number from {minimum} to {maximum}");
        return null;
    }

    public T? Choice<T>(string name, IReadOnlyList<(string Name, T Value)> choices)
        where T : struct
    {
        string? text = Text(name);
        if (text is null)
        {
            return null;
        }

        foreach ((string candidate, T value) in choices)
        {
            if (candidate == text)
            {
                return value;
            }
        }

        BadValue(name, text, choices.Select(c => c.Name));
        return null;
    }

    public void BadValue(string name, string text, IEnumerable<string> allowed)
    {
        List<string> names = [.. allowed];
        string? nearest = NearestName.Of(text, names);
        (int start, int length) = Origins.Find(PathOf(name));
        _problems.Error(DocumentCodes.BadValue, PathOf(name), start, length,
            $"'{YamlTree.Shorten(text)}' is not a {name}; it is one of {string.Join(", ", names)}." + (nearest is null ? "" : $" Did you mean {nearest}?"), nearest);
    }

    public IReadOnlyList<DocumentNode> Sequence(string name)
    {
        DocumentNode? node = Take(name);
        if (node is null)
        {
            return [];
        }

        if (node.Kind != NodeKind.Sequence)
        {
            Wrong(node, name, "a list");
            return [];
        }

        return node.Items;
    }

    public ValueList<string> Texts(string name)
    {
        List<string> texts = [];
        foreach (DocumentNode item in Sequence(name))
        {
            if (item.Kind == NodeKind.Scalar && !item.IsNull)
            {
                Origins.Add($"{PathOf(name)}[{texts.Count}]", item);
                texts.Add(item.Text);
            }
            else
            {
                Wrong(item, name, "texts");
            }
        }

        return texts.ToValueList();
    }

    public void Wrong(DocumentNode node, string name, string expected) =>
        _problems.Error(DocumentCodes.WrongShape, PathOf(name), node.Start, Math.Max(1, Math.Min(node.End - node.Start, 80)), $"'{name}' takes {expected}.");

    public void Missing(string name, string why) =>
        _problems.Error(DocumentCodes.MissingMember, Path, _map.Start, 1, $"'{name}' is missing: {why}");

    public void RefuseOthers()
    {
        foreach ((DocumentNode key, _) in _map.Members)
        {
            if (!_known.Contains(key.Text))
            {
                string? nearest = _problems.IsFull ? null : NearestName.Of(key.Text, _known);
                _problems.Error(DocumentCodes.UnknownMember, PathOf(YamlTree.Shorten(key.Text)), key.Start, Math.Max(1, key.End - key.Start),
                    $"'{YamlTree.Shorten(key.Text)}' is not known here." + (nearest is null ? $" Known are {string.Join(", ", _known)}." : $" Did you mean {nearest}?"), nearest);
            }
        }
    }

    // "name == 'a #1'" without quotes around it: YAML takes " #1'" for a comment and the literal stays open.
    private static string? CutByComment(DocumentNode node, SourceText source)
    {
        if (node.Form != ScalarForm.Plain || node.Text.Count(c => c == '\'') % 2 == 0 && node.Text.Count(c => c == '"') % 2 == 0)
        {
            return null;
        }

        int end = source.LineEnd(Math.Min(node.Start + node.Text.Length, source.Text.Length));
        string line = source.Text[node.Start..end].TrimEnd();
        return line.Contains(" #", StringComparison.Ordinal) ? line : null;
    }
}
