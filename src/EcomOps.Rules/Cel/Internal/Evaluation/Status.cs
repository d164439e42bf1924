namespace EcomOps.Rules.Cel.Internal.Evaluation;

// How the evaluation of a node ended. The value is only valid for Ok; what went wrong lies in the frame.
internal enum Status : byte
{
    Ok,

    /// <summary>An optional attribute or field is not set.</summary>
    Absent,

    /// <summary>An attribute is not fetched yet.</summary>
    Unknown,
    Error,

    /// <summary>The budget is used up; nothing absorbs it.</summary>
    Over,
}
