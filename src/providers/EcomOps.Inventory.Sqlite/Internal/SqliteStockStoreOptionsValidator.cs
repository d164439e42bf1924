using Microsoft.Extensions.Options;

namespace EcomOps.Inventory.Sqlite.Internal;

// The file must be creatable where it is wanted.
internal sealed class SqliteStockStoreOptionsValidator : IValidateOptions<SqliteStockStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, SqliteStockStoreOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Path))
        {
            return ValidateOptionsResult.Fail("Path: name the SQLite file, for example 'stock.db'.");
        }

        string full = System.IO.Path.GetFullPath(options.Path);
        return Directory.Exists(full) ? ValidateOptionsResult.Fail($"Path: '{full}' is a folder; name the file, for example '{System.IO.Path.Combine(full, "stock.db")}'.")
            : Directory.Exists(System.IO.Path.GetDirectoryName(full)) ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Path: the folder of '{full}' does not exist; create it first.");
    }
}
