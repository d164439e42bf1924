using EcomOps.Testing.Inventory;

namespace EcomOps.Inventory.Stores.Tests;

/// <summary>One private server for all tests that need one.</summary>
public sealed class PostgreSqlFixture : IDisposable
{
    public PostgreSqlFixture()
    {
        if (PrivatePostgreSql.MissingReason is null)
        {
            Server = PrivatePostgreSql.Start();
        }
    }

    public PrivatePostgreSql? Server { get; }

    public void Dispose() => Server?.Dispose();
}

[CollectionDefinition(Name)]
public sealed class PostgreSqlCollection : ICollectionFixture<PostgreSqlFixture>
{
    public const string Name = "PostgreSQL";
}

/// <summary>A test that is skipped where PostgreSQL is not installed, unless it is required.</summary>
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlTheoryAttribute.Reason;
}

/// <inheritdoc cref="PostgreSqlFactAttribute"/>
public sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    public PostgreSqlTheoryAttribute() => Skip = Reason;

    internal static string? Reason => Environment.GetEnvironmentVariable(PrivatePostgreSql.RequiredVariable) == "1" ? null : PrivatePostgreSql.MissingReason;
}
