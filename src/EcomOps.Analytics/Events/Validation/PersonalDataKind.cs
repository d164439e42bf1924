namespace EcomOps.Analytics.Events.Validation;

/// <summary>Personal data that a text looks like.</summary>
public enum PersonalDataKind
{
    /// <summary>None found.</summary>
    None,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Card number.</summary>
    Card,

    /// <summary>Telephone number.</summary>
    Phone,
}
