using System.Globalization;
using System.Text;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.Tables.Internal;

// Rows become rules of the same model; problems point at cells.
internal sealed class TableBinder(SourceText source, Problems problems, DocumentOrigins origins, Func<string, string?>? files)
{
    private static readonly string[] RuleMembers = ["id", "title", "description", "owner", "priority", "from", "until", "mode", "tags", "score"];

    public void Bind(MemberReader members, OutcomeType? outcome, List<RuleDefinition> rules)
    {
        DocumentNode? columns = members.Take("columns");
        DocumentNode? rows = members.Take("rows");
        DocumentNode? csv = members.Take("csv");
        DocumentNode? markdown = members.Take("markdown");
        string? file = members.Text("file", 300);
        members.RefuseOthers();

        int forms = (rows is null ? 0 : 1) + (csv is null ? 0 : 1) + (markdown is null ? 0 : 1) + (file is null ? 0 : 1);
        if (forms != 1)
        {
            members.Missing("rows", "a table has exactly one of rows (with columns), csv, markdown or file.");
            return;
        }

        List<List<TableCell>>? grid =
            rows is not null ? OfRows(members, columns, rows)
            : csv is not null ? OfText(members, csv, CsvGrid.Read)
            : markdown is not null ? OfText(members, markdown, MarkdownGrid.Read)
            : OfFile(members, file!);
        if (grid is not null)
        {
            Rules(grid, outcome, rules);
        }
    }

    /// <summary>Reads a table's text whose file is the source itself.</summary>
    public void BindText(DocumentNode node, OutcomeType? outcome, List<RuleDefinition> rules) => Rules(CsvGrid.Read(node), outcome, rules);

    private static List<List<TableCell>>? OfRows(MemberReader members, DocumentNode? columns, DocumentNode rows)
    {
        if (columns is not { Kind: NodeKind.Sequence } || rows.Kind != NodeKind.Sequence)
        {
            members.Missing("columns", "a table with rows lists its columns, for example [order.total, '-> points'].");
            return null;
        }

        List<List<TableCell>> grid = [[.. columns.Items.Select(Whole)]];
        foreach (DocumentNode row in rows.Items)
        {
            if (row.Kind != NodeKind.Sequence)
            {
                members.Wrong(row, "rows", "lists of cells");
                return null;
            }

            grid.Add([.. row.Items.Select(Whole)]);
        }

        return grid;

        static TableCell Whole(DocumentNode node) => node.Kind == NodeKind.Scalar
            ? new TableCell(node.Form is ScalarForm.SingleQuoted or ScalarForm.DoubleQuoted || !node.IsNull ? node.Text : string.Empty, node, 0, false)
            : new TableCell("\0", node, 0, false);
    }

    private static List<List<TableCell>>? OfText(MemberReader members, DocumentNode node, Func<DocumentNode, List<List<TableCell>>> read)
    {
        if (node.Kind == NodeKind.Scalar)
        {
            return read(node);
        }

        members.Wrong(node, "csv", "the text of a table");
        return null;
    }

    private List<List<TableCell>>? OfFile(MemberReader members, string file)
    {
        (int start, int length) = origins.Find(members.PathOf("file"));
        string? text = files?.Invoke(file);
        if (text is null)
        {
            problems.Error(DocumentCodes.Import, members.PathOf("file"), start, length, $"The table '{YamlTree.Shorten(file)}' cannot be read; it must lie in the folder of the document.");
            return null;
        }

        // Cells of another file cannot carry offsets of this one: they point at the file's name and messages say row and column.
        var cells = new DocumentNode(NodeKind.Scalar, start) { Text = text, End = start + length };
        return [.. CsvGrid.Read(cells).Select(row => row.ConvertAll(c => new TableCell(c.Text, new DocumentNode(NodeKind.Scalar, start) { End = start + length }, 0, false)))];
    }

    private void Rules(List<List<TableCell>> grid, OutcomeType? outcome, List<RuleDefinition> rules)
    {
        if (grid.Count < 2)
        {
            (int start, int length) = origins.Find("table");
            problems.Error(DocumentCodes.TableShape, "table", start, Math.Min(length, 80), "A table has a header and at least one row.");
            return;
        }

        List<TableColumn> columns = grid[0].ConvertAll(Column);
        if (!columns.Exists(c => c.Role == TableColumnRole.Output))
        {
            Report(DocumentCodes.TableShape, grid[0][0], "A table needs an output column: '-> points' for a member of the outcome, or '->' for a simple outcome.");
            return;
        }

        for (int i = 1; i < grid.Count; i++)
        {
            if (rules.Count >= DocumentLimits.MaximumRules)
            {
                Report(DocumentCodes.TooLarge, grid[i][0], $"A set has at most {DocumentLimits.MaximumRules} rules.");
                return;
            }

            if (grid[i].Count != columns.Count)
            {
                Report(DocumentCodes.TableShape, grid[i][0], $"Row {i} has {grid[i].Count} cells, but there are {columns.Count} columns.");
                continue;
            }

            rules.Add(Rule(columns, grid[i], i, outcome, $"rules[{rules.Count}]"));
        }
    }

    private TableColumn Column(TableCell header)
    {
        string text = header.Text.Trim();
        if (text.StartsWith("->", StringComparison.Ordinal))
        {
            return new(TableColumnRole.Output, text[2..].Trim());
        }

        if (text.StartsWith('#'))
        {
            return new(TableColumnRole.Note, text);
        }

        if (text.StartsWith("when ", StringComparison.Ordinal))
        {
            text = text[5..].Trim();
        }
        else if (RuleMembers.Contains(text))
        {
            return new(TableColumnRole.Rule, text);
        }

        if (!text.Split('.').All(RuleIds.IsIdentifier))
        {
            Report(DocumentCodes.TableShape, header, $"'{YamlTree.Shorten(text)}' is no column: write the path of an attribute, '-> member' for an output, '# ...' for a note, or one of {string.Join(", ", RuleMembers)}.");
            return new(TableColumnRole.Note, text);
        }

        return new(TableColumnRole.Input, text);
    }

    private RuleDefinition Rule(List<TableColumn> columns, List<TableCell> row, int number, OutcomeType? outcome, string path)
    {
        var when = new StringBuilder();
        var whenOrigin = new TextOrigin();
        List<KeyValuePair<string, RuleValue>> members = [];
        RuleValue? simple = null;
        var rule = new RuleDefinition { Id = "row-" + number.ToString(CultureInfo.InvariantCulture) };
        origins.Add(path, row[0].Node);
        for (int i = 0; i < columns.Count; i++)
        {
            TableCell cell = row[i];
            switch (columns[i].Role)
            {
                case TableColumnRole.Input:
                    Condition(columns[i].Name, cell, when, whenOrigin);
                    break;
                case TableColumnRole.Output when columns[i].Name.Length == 0:
                    simple = Output(cell, outcome, path + ".then");
                    break;
                case TableColumnRole.Output:
                    OutcomeType? type = outcome?.Members?.FirstOrDefault(m => m.Name == columns[i].Name)?.Type;
                    if (Output(cell, type, path + ".then." + columns[i].Name) is { } value && members.TrueForAll(m => m.Key != columns[i].Name))
                    {
                        members.Add(KeyValuePair.Create(columns[i].Name, value));
                    }

                    break;
                case TableColumnRole.Rule when cell.Text is not ("" or "-"):
                    rule = WithMember(rule, columns[i].Name, cell, path);
                    break;
                default:
                    break;
            }
        }

        origins.AddText(path + ".when", whenOrigin);
        return rule with
        {
            When = when.Length == 0 ? null : when.ToString(),
            Then = simple ?? (members.Count == 0 ? null : new MapValue(members)),
        };
    }

    private void Condition(string column, TableCell cell, StringBuilder when, TextOrigin origin)
    {
        string? condition = CellCondition.Read(column, cell.Text, out string? problem);
        if (problem is not null || cell.Text == "\0")
        {
            Report(DocumentCodes.TableCell, cell, $"Column '{column}': {problem ?? "a cell is a text or a number."}");
            return;
        }

        if (condition is null)
        {
            return;
        }

        bool raw = cell.Text[0] == '=' && !cell.Text.StartsWith("==", StringComparison.Ordinal);
        if (when.Length > 0)
        {
            when.Append(" && ");
        }

        if (raw)
        {
            when.Append('(');
        }

        int skip = raw ? cell.Text.Length - cell.Text[1..].TrimStart().Length : 0;
        origin.Add(when.Length, condition.Length, cell.Node, raw && cell.IsExact ? cell.Index + skip : 0, raw && cell.IsExact);
        when.Append(condition);
        if (raw)
        {
            when.Append(')');
        }
    }

    private RuleValue? Output(TableCell cell, OutcomeType? type, string path)
    {
        origins.Add(path, cell.Node);
        string text = cell.Text;
        if (text.Length == 0)
        {
            return null;
        }

        if (CellCondition.Unquote(text) is { } quoted)
        {
            return new TextValue(quoted.StartsWith('=') ? "\\" + quoted : quoted);
        }

        if (text[0] == '=')
        {
            var origin = new TextOrigin();
            origin.Add(0, text.Length, cell.Node, cell.Index + 1, cell.IsExact);
            origins.AddText(path, origin);
            return new TextValue(text);
        }

        bool isText = type is { Name: "string" or "enum" };
        return text switch
        {
            "true" or "false" when !isText => new BoolValue(text == "true"),
            _ when !isText && NumberValue.IsNumber(text) && DocumentBinder.NumberOf(text) is { } number => number,
            _ => new TextValue(text),
        };
    }

    private RuleDefinition WithMember(RuleDefinition rule, string name, TableCell cell, string path)
    {
        origins.Add(path + "." + name, cell.Node);
        string text = CellCondition.Unquote(cell.Text) ?? cell.Text;
        switch (name)
        {
            case "id" when RuleIds.IsRuleId(text):
                return rule with { Id = text };
            case "title":
                return rule with { Title = text };
            case "description":
                return rule with { Description = text };
            case "owner":
                return rule with { Owner = text };
            case "score":
                return rule with { Score = text };
            case "tags":
                return rule with { Tags = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).ToValueList() };
            case "priority" when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int priority):
                return rule with { Priority = priority };
            case "from" when EffectiveDate.TryParse(text, out EffectiveDate? from):
                return rule with { From = from };
            case "until" when EffectiveDate.TryParse(text, out EffectiveDate? until):
                return rule with { Until = until };
            case "mode" when text is "live" or "shadow" or "off":
                return rule with { Mode = text == "live" ? RuleMode.Live : text == "shadow" ? RuleMode.Shadow : RuleMode.Off };
            default:
                Report(DocumentCodes.TableCell, cell, $"'{YamlTree.Shorten(text)}' is not a {name} of a rule.");
                return rule;
        }
    }

    private void Report(string code, TableCell cell, string message)
    {
        (int start, int length) = cell.Place(source);
        problems.Error(code, "table", start, length, message);
    }
}
