namespace EcomOps.Rules.Documents.Internal;

// Stable codes of problems in documents; the guide has the table. A number is never given a second meaning.
internal static class DocumentCodes
{
    public const string Syntax = "RUL2001";
    public const string TooLarge = "RUL2002";
    public const string TooDeep = "RUL2003";
    public const string AnchorOrAlias = "RUL2004";
    public const string Tag = "RUL2005";
    public const string DuplicateKey = "RUL2006";
    public const string UnknownMember = "RUL2007";
    public const string WrongShape = "RUL2008";
    public const string MissingMember = "RUL2009";
    public const string QuoteCondition = "RUL2010";
    public const string BadValue = "RUL2011";
    public const string DuplicateId = "RUL2012";
    public const string BadId = "RUL2013";
    public const string EmptyWindow = "RUL2014";
    public const string OtherVocabulary = "RUL2015";
    public const string OutcomeType = "RUL2016";
    public const string OutcomeValue = "RUL2017";
    public const string UnknownList = "RUL2018";
    public const string UnusedVariable = "RUL2019";
    public const string VariableCycle = "RUL2020";
    public const string Import = "RUL2021";
    public const string TableCell = "RUL2022";
    public const string TableShape = "RUL2023";
    public const string Fold = "RUL2024";
    public const string NoOutcome = "RUL2025";
    public const string TestFacts = "RUL2026";
    public const string Budget = "RUL2027";
    public const string Score = "RUL2028";
    public const string Untranslatable = "RUL2029";
}
