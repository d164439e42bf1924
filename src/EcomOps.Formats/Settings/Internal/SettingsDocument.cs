using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EcomOps.Formats.Settings.Internal;

/// <summary>Loads a YAML text as nodes that know their places.</summary>
internal static class SettingsDocument
{
    private const int DeepestNesting = 100;

    internal static YamlNode? Load(string yaml, SettingsIssues issues)
    {
        if (Depth(yaml) > DeepestNesting)
        {
            issues.Add(1, 1, "too_deep", string.Empty, $"Brackets are nested more than {DeepestNesting} deep; settings are flat.");
            return null;
        }

        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            bool isDuplicate = e.Message.Contains("Duplicate key", StringComparison.Ordinal) || e.InnerException is ArgumentException;
            issues.Add(e.Start.Line, e.Start.Column, isDuplicate ? "duplicate_key" : "yaml_syntax", string.Empty, Sentence(e));
            return null;
        }
        catch (Exception e) when (IsPlaceless(e))
        {
            Mark last = LastReadable(yaml);
            issues.Add(last.Line, last.Column, "yaml_syntax", string.Empty, "The text is no YAML from about here on: a bracket, quote or colon is missing or stands too much.");
            return null;
        }

        if (stream.Documents.Count != 1)
        {
            issues.Add(1, 1, "document_count", string.Empty, stream.Documents.Count == 0 ? "The file is empty; it must hold the settings of a shop." : "The file holds several documents; it must hold one.");
            return null;
        }

        return stream.Documents[0].RootNode;
    }

    // The parser throws these, without a place, on some texts that are no YAML.
    private static bool IsPlaceless(Exception e) => e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException;

    private static Mark LastReadable(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        Mark last = new(0, 1, 1);
        try
        {
            while (parser.MoveNext())
            {
                last = parser.Current!.End;
            }
        }
        catch (Exception e) when (e is YamlException || IsPlaceless(e))
        {
            return last;
        }

        return last;
    }

    private static int Depth(string yaml)
    {
        int depth = 0;
        int deepest = 0;
        foreach (char c in yaml)
        {
            depth += c is '[' or '{' ? 1 : c is ']' or '}' && depth > 0 ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private static string Sentence(YamlException e)
    {
        string message = (e.InnerException ?? e).Message;
        int end = message.LastIndexOf("): ", StringComparison.Ordinal);
        return $"The text is no YAML: {(message.StartsWith('(') && end > 0 ? message[(end + 3)..] : message)}";
    }
}
