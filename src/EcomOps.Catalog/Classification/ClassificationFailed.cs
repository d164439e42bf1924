using EcomOps.Core;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Catalog.Classification;

/// <summary>The rules gave no usable category.</summary>
/// <param name="Issue"><c>classification_conflict</c>, <c>classification_error</c>, <c>classification_incomplete</c> or <c>unknown_category</c>, with the product as path.</param>
/// <param name="Decision">What the rules decided.</param>
public sealed record ClassificationFailed(Issue Issue, Decision Decision) : Classification;
