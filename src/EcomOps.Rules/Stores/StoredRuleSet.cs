using EcomOps.Rules.Documents;
using NodaTime;

namespace EcomOps.Rules.Stores;

/// <summary>A version of a rule set with the instant from which it is in force.</summary>
/// <param name="Document">The document.</param>
/// <param name="ContentHash">SHA-256 of the document's canonical JSON.</param>
/// <param name="InForceFrom">First instant at which the version is in force, included; it ends where the next one begins.</param>
public sealed record StoredRuleSet(RuleSetDocument Document, string ContentHash, Instant InForceFrom);
