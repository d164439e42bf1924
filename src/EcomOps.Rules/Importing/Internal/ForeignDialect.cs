namespace EcomOps.Rules.Importing.Internal;

internal enum ForeignDialect
{
    // C# lambdas of the RulesEngine package.
    Lambda,

    // Expressions of GoRules' Zen engine.
    Zen,
}
