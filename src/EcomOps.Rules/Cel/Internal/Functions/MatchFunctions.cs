using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Cel.Internal.Patterns;

namespace EcomOps.Rules.Cel.Internal.Functions;

// matches. A constant pattern is compiled once, by the compiler; others at each call, and cost more.
internal static class MatchFunctions
{
    public static IEnumerable<Overload> All =>
    [
        new Overload<string, string, bool>("string.matches(string) -> bool", Matches),
        new Overload<string, string, bool>("matches(string, string) -> bool", Matches),
    ];

    public static Status Match(CelFrame frame, string text, Pattern pattern, out bool value)
    {
        value = false;
        if (!frame.Spend((1L + (text.Length / 10)) * (1 + (pattern.Size / 4))))
        {
            return frame.OverBudget();
        }

        value = pattern.IsMatch(text);
        return Status.Ok;
    }

    private static Status Matches(CelFrame frame, string text, string source, out bool value)
    {
        value = false;
        if (!frame.Spend(source.Length))
        {
            return frame.OverBudget();
        }

        return Pattern.TryCompile(source, out string? problem) is { } pattern ? Match(frame, text, pattern, out value) : frame.Fail($"The pattern cannot be used: {problem}.");
    }
}

internal sealed class MatchNode(Node<string> text, Pattern pattern) : Node<bool>
{
    public override Status Eval(CelFrame frame, out bool value)
    {
        value = false;
        Status status = text.Eval(frame, out string subject);
        return status == Status.Ok ? MatchFunctions.Match(frame, subject, pattern, out value) : status;
    }
}
