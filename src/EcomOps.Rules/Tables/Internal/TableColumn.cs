namespace EcomOps.Rules.Tables.Internal;

internal readonly record struct TableColumn(TableColumnRole Role, string Name);
