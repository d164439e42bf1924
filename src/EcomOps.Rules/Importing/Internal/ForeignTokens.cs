using System.Text;

namespace EcomOps.Rules.Importing.Internal;

// Splits an expression of another engine into tokens: names, numbers, quoted texts (as 'quote' + value) and signs.
internal static class ForeignTokens
{
    private static readonly string[] Signs = ["&&", "||", "==", "!=", "<>", "<=", ">=", "??", "..", "=>"];

    public static List<(string Text, bool IsText, int At)>? Split(string source, out int bad)
    {
        List<(string, bool, int)> tokens = [];
        bad = 0;
        while (bad < source.Length)
        {
            char c = source[bad];
            int at = bad;
            if (char.IsWhiteSpace(c))
            {
                bad++;
            }
            else if (c is '"' or '\'')
            {
                if (Quoted(source, ref bad) is not { } text)
                {
                    bad = at;
                    return null;
                }

                tokens.Add((text, true, at));
            }
            else if (char.IsAsciiDigit(c))
            {
                while (bad < source.Length && (char.IsAsciiDigit(source[bad]) || (source[bad] == '.' && bad + 1 < source.Length && char.IsAsciiDigit(source[bad + 1]))))
                {
                    bad++;
                }

                string number = source[at..bad];

                // The suffixes of C# say nothing that the field's type does not say.
                if (bad < source.Length && source[bad] is 'm' or 'M' or 'd' or 'D' or 'f' or 'F' or 'L' or 'l')
                {
                    bad++;
                }

                tokens.Add((number, false, at));
            }
            else if (char.IsLetter(c) || c is '_' or '$' or '@')
            {
                while (bad < source.Length && (char.IsLetterOrDigit(source[bad]) || source[bad] is '_' or '$' or '@'))
                {
                    bad++;
                }

                tokens.Add((source[at..bad], false, at));
            }
            else
            {
                string sign = Array.Find(Signs, s => string.CompareOrdinal(source, at, s, 0, s.Length) == 0) ?? c.ToString();
                bad += sign.Length;
                tokens.Add((sign, false, at));
            }
        }

        return tokens;
    }

    private static string? Quoted(string source, ref int at)
    {
        char quote = source[at++];
        StringBuilder text = new();
        while (at < source.Length && source[at] != quote)
        {
            if (source[at] == '\\' && at + 1 < source.Length)
            {
                at++;
                text.Append(source[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
            }
            else
            {
                text.Append(source[at]);
            }

            at++;
        }

        return at++ < source.Length ? text.ToString() : null;
    }
}
