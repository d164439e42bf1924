using EcomOps.Core;

namespace EcomOps.Formats.Settings;

/// <summary>Something that is wrong with a settings file.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Column">Column of the line, from 1.</param>
/// <param name="Code">What is wrong, in snake_case.</param>
/// <param name="Path">Where it is in the document ("sites[0].zone").</param>
/// <param name="Message">What is wrong and what to do about it, as a sentence.</param>
public sealed record SettingsIssue(int Line, int Column, string Code, string Path, string Message) : Issue(Code, Path, Message);
