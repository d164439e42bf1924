using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EcomOps.Payments.Orchestration;

/// <summary>Makes the keys under which gateways know our operations.</summary>
/// <remarks>A key is a function of order, attempt, operation and its number, never of a request's body: what changes between two tries would make two payments. Static and thread-safe.</remarks>
public static class IdempotencyKeys
{
    /// <summary>The key of an operation.</summary>
    /// <param name="orderId">Merchant reference.</param>
    /// <param name="attempt">Number of the attempt.</param>
    /// <param name="operation">Operation ("authorize", "capture").</param>
    /// <param name="number">Number of the operation within the attempt, 1 for the first.</param>
    /// <param name="maximumLength">Longest key that the gateway takes, 32 or more.</param>
    /// <returns><c>order:attempt:operation:number</c>, or the beginning of its SHA-256 in hexadecimal digits when that is too long.</returns>
    public static string Of(string orderId, int attempt, string operation, int number, int maximumLength = 64)
    {
        ArgumentException.ThrowIfNullOrEmpty(orderId);
        ArgumentException.ThrowIfNullOrEmpty(operation);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, 32);
        string plain = string.Create(CultureInfo.InvariantCulture, $"{orderId}:{attempt}:{operation}:{number}");
        return plain.Length <= maximumLength ? plain : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)))[..Math.Min(64, maximumLength)];
    }
}
