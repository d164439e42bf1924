namespace EcomOps.Cli.Commands.Rules;

// Misuse or nothing readable: exit code 2 with this message.
internal sealed class ToolFailure(string message) : Exception(message);
