using EcomOps.Core;

namespace EcomOps.Analytics.Events.Validation;

/// <summary>One finding on a payload, as GA4's debug endpoint words it.</summary>
/// <param name="FieldPath">Place in the payload, for example <c>events[0].params.value</c>.</param>
/// <param name="Description">What is wrong and how to mend it; never quotes a value.</param>
/// <param name="ValidationCode">A code of <see cref="ValidationCodes"/>.</param>
/// <param name="Severity">Error, or warning for what is taken but probably wrong.</param>
/// <param name="Rule">Name of the rule in snake case.</param>
public sealed record CollectorMessage(string FieldPath, string Description, string ValidationCode, Severity Severity, string Rule);
