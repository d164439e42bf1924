namespace EcomOps.Rules.Documents.Internal;

// A condition that begins like YAML's own syntax, or holds ": " or " #", is read by YAML as something else. The author meant CEL, so the
// message says to quote and the fix does it.
internal static class ConditionQuoting
{
    private static readonly string[] Expressions = ["when", "score", "expr"];

    public static bool TryReport(SourceText source, int offset, string path, Problems problems)
    {
        // The place where YAML gives up may be the start of the next line.
        return TryLine(source, Math.Min(offset, source.Text.Length), path, problems)
            || (offset > 0 && TryLine(source, source.LineStart(Math.Min(offset, source.Text.Length)) - 1, path, problems));
    }

    private static bool TryLine(SourceText source, int offset, string path, Problems problems)
    {
        if (offset < 0)
        {
            return false;
        }

        int start = source.LineStart(offset);
        int end = source.LineEnd(start);
        ReadOnlySpan<char> line = source.Text.AsSpan(start, end - start);
        foreach (string key in Expressions)
        {
            int at = IndexOfKey(line, key);
            if (at < 0)
            {
                continue;
            }

            int value = at;
            while (value < line.Length && line[value] == ' ')
            {
                value++;
            }

            ReadOnlySpan<char> condition = line[value..].TrimEnd();
            if (condition.Length == 0 || condition[0] is '|' or '>')
            {
                return false;
            }

            Report(start + value, condition.Length, condition.ToString(), path, problems);
            return true;
        }

        return false;
    }

    public static void Report(int start, int length, string condition, string path, Problems problems) =>
        problems.Error(
            DocumentCodes.QuoteCondition,
            path,
            start,
            length,
            $"YAML reads part of this condition as its own syntax; quote the condition: {Quoted(condition)}",
            Quoted(condition));

    public static string Quoted(string condition) => "'" + condition.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static int IndexOfKey(ReadOnlySpan<char> line, string key)
    {
        int at = line.IndexOf(key + ":", StringComparison.Ordinal);
        if (at < 0)
        {
            return -1;
        }

        bool startsMember = line[..at].TrimEnd() is [] or [.., '-' or '{' or ','];
        return startsMember ? at + key.Length + 1 : -1;
    }
}
