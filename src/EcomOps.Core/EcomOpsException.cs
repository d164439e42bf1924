namespace EcomOps.Core;

/// <summary>Failure of the outside world: a store, a file, a network, a vendor. Misuse throws the <see cref="ArgumentException"/> family instead.</summary>
/// <remarks>The message never holds secrets, card data or personal data.</remarks>
public class EcomOpsException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">Stable snake_case code.</param>
    /// <param name="message">What happened and what to do about it.</param>
    /// <param name="isTransient">Whether the same call may succeed later.</param>
    /// <param name="innerException">The cause, or null.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is blank.</exception>
    public EcomOpsException(string code, string message, bool isTransient = false, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        Code = code;
        IsTransient = isTransient;
    }

    /// <summary>Stable snake_case code.</summary>
    public string Code { get; }

    /// <summary>Whether the same call may succeed later without any change.</summary>
    public bool IsTransient { get; }
}
