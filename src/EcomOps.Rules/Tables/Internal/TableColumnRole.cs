namespace EcomOps.Rules.Tables.Internal;

internal enum TableColumnRole
{
    Input,
    Output,

    /// <summary>The rule's own members: id, title, priority and so on.</summary>
    Rule,
    Note,
}
