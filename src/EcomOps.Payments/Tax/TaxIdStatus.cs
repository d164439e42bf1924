namespace EcomOps.Payments.Tax;

/// <summary>What is known of the customer's tax id.</summary>
public enum TaxIdStatus
{
    /// <summary>None was given.</summary>
    None,

    /// <summary>It failed its validation: the customer counts as a consumer.</summary>
    Invalid,

    /// <summary>It is valid and, where the law asks for it, registered.</summary>
    Valid,
}
