namespace EcomOps.Core;

/// <summary>One finding of a validation. Validators return all of them, not only the first.</summary>
/// <param name="Code">Stable snake_case code; a validator that mirrors a vendor's keeps the vendor's codes.</param>
/// <param name="Path">Where it is: a member path (<c>lines[2].sku</c>), an attribute name, or a line (<c>line 17</c>).</param>
/// <param name="Message">What is wrong and how to mend it, for people; may change between versions.</param>
/// <param name="Severity">How serious it is; <see cref="Severity.Error"/> by default.</param>
/// <remarks>Immutable and thread-safe. Open so that a domain can add a span or a fix; equality is by value.</remarks>
public record Issue(string Code, string Path, string Message, Severity Severity = Severity.Error)
{
    /// <summary>Severity, place, message and code in one line.</summary>
    /// <returns>For example <c>error line 17: unknown currency 'EURO'; use an ISO 4217 code (unknown_currency)</c>.</returns>
    public sealed override string ToString() =>
        $"{Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" }} {Path}: {Message} ({Code})";
}
