namespace EcomOps.Rules.Documents.Internal;

internal enum ScalarForm
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Block,
}
