namespace EcomOps.Rules.Documents.Internal;

internal static class RuleIds
{
    public static bool IsRuleId(string text) => text.Length is > 0 and <= 100 && text[0] != '.' && text.All(IsIdCharacter);

    public static bool IsSetId(string text) => text.Length is > 0 and <= 200 && text.Split('/').All(IsRuleId);

    public static bool IsIdentifier(string text) =>
        text.Length is > 0 and <= 100 && (char.IsAsciiLetter(text[0]) || text[0] == '_') && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsIdCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';
}
