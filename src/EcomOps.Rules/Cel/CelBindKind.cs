namespace EcomOps.Rules.Cel;

/// <summary>Macro of a <see cref="CelBind"/>.</summary>
public enum CelBindKind
{
    /// <summary><c>cel.bind</c>.</summary>
    Bind,

    /// <summary><c>optMap</c>: an optional of the body's value, or none.</summary>
    OptMap,

    /// <summary><c>optFlatMap</c>: the body's optional, or none.</summary>
    OptFlatMap,
}
