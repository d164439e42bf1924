namespace EcomOps.Payments.Health;

/// <summary>Approvals of a group of attempts.</summary>
/// <param name="Group">Gateway, method or country; <c>unknown</c> when the country is.</param>
/// <param name="Attempts">Attempts in all.</param>
/// <param name="Rate">Approved over approved and declined, with its 95 % interval; attempts that failed or are open do not count.</param>
/// <param name="NotExecuted">Attempts that failed without being executed.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record AuthorizationRate(string Group, int Attempts, WilsonInterval Rate, int NotExecuted);
