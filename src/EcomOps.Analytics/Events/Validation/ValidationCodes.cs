namespace EcomOps.Analytics.Events.Validation;

/// <summary>Codes of <see cref="CollectorMessage.ValidationCode"/>: those of GA4's debug endpoint, and three of our own at the end.</summary>
public static class ValidationCodes
{
    /// <summary>A value has the wrong type or form.</summary>
    public const string ValueInvalid = "VALUE_INVALID";

    /// <summary>A value is missing.</summary>
    public const string ValueRequired = "VALUE_REQUIRED";

    /// <summary>A name has a wrong form or length.</summary>
    public const string NameInvalid = "NAME_INVALID";

    /// <summary>A name belongs to the collector.</summary>
    public const string NameReserved = "NAME_RESERVED";

    /// <summary>Too long, too many or too large.</summary>
    public const string ValueOutOfBounds = "VALUE_OUT_OF_BOUNDS";

    /// <summary>Ours: personal data in a value.</summary>
    public const string PersonalData = "PERSONAL_DATA";

    /// <summary>Ours, a warning: the value is not the sum of price times quantity.</summary>
    public const string ValueMismatch = "VALUE_MISMATCH";

    /// <summary>Ours, a warning: one transaction twice in a request.</summary>
    public const string TransactionDuplicated = "TRANSACTION_DUPLICATED";
}
