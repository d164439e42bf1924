namespace EcomOps.Analytics.Experiments;

/// <summary>Adjustment of p-values for several tests.</summary>
public enum MultiplicityMethod
{
    /// <summary>p times the number of tests.</summary>
    Bonferroni,

    /// <summary>Step-down Bonferroni; family-wise error under any dependence.</summary>
    Holm,

    /// <summary>Step-up; family-wise error under independence or positive dependence.</summary>
    Hochberg,

    /// <summary>Closed Simes tests; a little stronger than Hochberg.</summary>
    Hommel,

    /// <summary>False discovery rate under independence or positive dependence.</summary>
    BenjaminiHochberg,

    /// <summary>False discovery rate under any dependence.</summary>
    BenjaminiYekutieli,
}
