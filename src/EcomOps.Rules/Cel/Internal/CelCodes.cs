namespace EcomOps.Rules.Cel.Internal;

// Stable codes of problems in expressions; the guide has the table. A number is never given a second meaning.
internal static class CelCodes
{
    public const string Syntax = "RUL1001";
    public const string TooLarge = "RUL1002";
    public const string Literal = "RUL1003";
    public const string MessageLiteral = "RUL1004";
    public const string Macro = "RUL1005";
    public const string UnknownName = "RUL1101";
    public const string UnknownFunction = "RUL1102";
    public const string WrongTypes = "RUL1103";
    public const string DoubleAgainstDecimal = "RUL1104";
    public const string EnumValue = "RUL1105";
    public const string Currency = "RUL1106";
    public const string Pattern = "RUL1107";
    public const string UnknownList = "RUL1108";
    public const string Nesting = "RUL1109";
    public const string ResultType = "RUL1110";
    public const string UnknownField = "RUL1111";
    public const string BadConstant = "RUL1112";
    public const string Cost = "RUL1113";
}
