namespace EcomOps.Rules.Documents.Internal;

/// <summary>A node of YAML or JSON with its place in the text.</summary>
internal sealed class DocumentNode(NodeKind kind, int start)
{
    private int[]? _offsets;

    public NodeKind Kind { get; } = kind;

    public int Start { get; } = start;

    public int End { get; set; } = start;

    public string Text { get; init; } = string.Empty;

    public ScalarForm Form { get; init; }

    public List<DocumentNode> Items { get; } = [];

    public List<(DocumentNode Key, DocumentNode Value)> Members { get; } = [];

    public bool IsNull => Kind == NodeKind.Scalar && Form == ScalarForm.Plain && Text is "" or "null" or "~";

    public bool IsText => Kind == NodeKind.Scalar && (Form != ScalarForm.Plain || !(IsNull || IsBool || NumberValue.IsNumber(Text)));

    public bool IsBool => Kind == NodeKind.Scalar && Form == ScalarForm.Plain && Text is "true" or "false";

    public bool IsNumber => Kind == NodeKind.Scalar && Form == ScalarForm.Plain && NumberValue.IsNumber(Text);

    /// <summary>Place in the source of a character of <see cref="Text"/>, so that a problem inside a condition points at its own column.</summary>
    public int SourceOffset(SourceText source, int index)
    {
        _offsets ??= Align(source.Text);
        return index < _offsets.Length ? _offsets[index] : End;
    }

    // Walks value and source side by side: a character that YAML folded, escaped or indented is skipped in the source.
    private int[] Align(string source)
    {
        var offsets = new int[Text.Length];
        int at = Start;
        int end = Math.Min(End, source.Length);
        if (Form is ScalarForm.SingleQuoted or ScalarForm.DoubleQuoted && at < end && source[at] is '\'' or '"')
        {
            at++;
        }
        else if (Form == ScalarForm.Block)
        {
            int lineBreak = source.IndexOf('\n', at, end - at);
            at = lineBreak < 0 ? at : lineBreak + 1;
        }

        for (int i = 0; i < Text.Length; i++)
        {
            int from = at;
            while (at < end && source[at] != Text[i])
            {
                bool folded = Text[i] == ' ' && source[at] is '\n' or '\r';
                if (folded || (!char.IsWhiteSpace(source[at]) && source[at] != '\\'))
                {
                    break;
                }

                at++;
            }

            if (at >= end)
            {
                at = from;
            }

            offsets[i] = at;
            at = Math.Min(at + 1, end);
            if (Form == ScalarForm.SingleQuoted && Text[i] == '\'' && at < end && source[at] == '\'')
            {
                at++;
            }
        }

        return offsets;
    }
}
