namespace EcomOps.Rules.Documents.Internal;

/// <summary>From text to model; everything that is wrong is in <see cref="Reading.Problems"/>.</summary>
internal static class DocumentReader
{
    public static Reading Read(string text, string name, DocumentFormat format, Func<string, string?>? files)
    {
        var problems = new Problems();
        if (text.Length > DocumentLimits.MaximumLength)
        {
            problems.Error(DocumentCodes.TooLarge, "", 0, 1, $"The document has {text.Length} characters; at most {DocumentLimits.MaximumLength} are read.");
            var none = new SourceText(string.Empty, name);
            return new Reading(null, new DocumentOrigins(none), problems);
        }

        // A byte order mark is no content.
        text = text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
        var source = new SourceText(text, name);
        bool json = format == DocumentFormat.Json || (format == DocumentFormat.Detect && text.AsSpan().TrimStart() is ['{', ..]);
        DocumentNode? root = json ? JsonTree.Read(source, problems) : YamlTree.Read(source, problems);
        var binder = new DocumentBinder(source, problems, files);
        if (root is null)
        {
            if (!problems.HasErrors)
            {
                problems.Error(DocumentCodes.Syntax, "", 0, 1, "The document is empty; it needs at least ruleSet and rules.");
            }

            return new Reading(null, binder.Origins, problems);
        }

        RuleSetDocument? document = binder.Bind(root);
        return new Reading(document, binder.Origins, problems);
    }

    internal sealed record Reading(RuleSetDocument? Document, DocumentOrigins Origins, Problems Problems);
}
