namespace EcomOps.Rules.Analysis.Internal;

internal enum AtomShape
{
    // Cuts the axis of one field, or has one value everywhere.
    Simple,

    // Linear over several fields, or order between text fields.
    Linear,

    // Has to be listed point by point, or needs quotients.
    Hard,

    // Nothing is known.
    Unknown,
}

// What an atom needs of the space.
internal sealed class AtomPlan(Atom atom, AtomShape shape, int[] fields, int[] support, LinearForm? form)
{
    public Atom Atom { get; } = atom;

    public AtomShape Shape { get; set; } = shape;

    // Fields that must be present for the atom to have a value.
    public int[] Fields { get; } = fields;

    // Fields whose value it depends on.
    public int[] Support { get; } = support;

    // Left minus right of a comparison of numbers.
    public LinearForm? Form { get; set; } = form;
}
