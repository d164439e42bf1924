namespace EcomOps.Operations.Settings;

/// <summary>What happens at which fraud score; scores go from 0 (safe) to 100.</summary>
/// <param name="Challenge">Score from which the customer must authenticate.</param>
/// <param name="Review">Score from which a person looks at the order.</param>
/// <param name="Reject">Score from which the order is refused; <c>Challenge &lt;= Review &lt;= Reject</c>.</param>
public sealed record FraudThresholds(int Challenge = 35, int Review = 60, int Reject = 85);
