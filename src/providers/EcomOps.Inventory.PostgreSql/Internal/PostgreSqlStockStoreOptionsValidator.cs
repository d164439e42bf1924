using Microsoft.Extensions.Options;
using Npgsql;

namespace EcomOps.Inventory.PostgreSql.Internal;

// The connection string must be one and name a host; the schema must be a plain identifier.
internal sealed class PostgreSqlStockStoreOptionsValidator : IValidateOptions<PostgreSqlStockStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, PostgreSqlStockStoreOptions options)
    {
        string?[] failures = [Connection(options.ConnectionString), PostgreSqlStockStore.IsPlainIdentifier(options.Schema) ? null : $"Schema: '{options.Schema}' is no plain identifier; use a to z, digits and underscores, at most 63."];
        return failures.OfType<string>().ToList() is { Count: > 0 } found ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
    }

    private static string? Connection(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "ConnectionString: give one; write Host=...;Database=...;Username=...";
        }

        try
        {
            return string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(text).Host) ? "ConnectionString: it names no Host." : null;
        }
        catch (ArgumentException)
        {
            // The exception's text may repeat parts of the string, and with them a password.
            return "ConnectionString: it is no Npgsql connection string; write Host=...;Database=...;Username=...";
        }
    }
}
