namespace EcomOps.Rules.Vocabularies.Internal;

// The compiler hands us the source of an accessor: "o => o.Customer.CreatedAt" names a member path; anything else does not.
internal static class MemberPath
{
    public static string? FromLambda(string source)
    {
        int arrow = source.IndexOf("=>", StringComparison.Ordinal);
        if (arrow < 0)
        {
            return null;
        }

        string parameter = source[..arrow].Replace("static", "", StringComparison.Ordinal).Trim(' ', '(', ')');
        string body = source[(arrow + 2)..].Trim().Replace("!", "", StringComparison.Ordinal).Replace("?.", ".", StringComparison.Ordinal);
        if (!body.StartsWith(parameter + ".", StringComparison.Ordinal))
        {
            return null;
        }

        string path = body[(parameter.Length + 1)..];
        return path.Length > 0 && path.All(c => char.IsLetterOrDigit(c) || c is '_' or '.') ? path : null;
    }
}
