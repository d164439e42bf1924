namespace EcomOps.Formats.Settings;

/// <summary>What reading a settings file gave: <see cref="StoreRead"/> or <see cref="StoreRefused"/>.</summary>
public abstract record StoreReading
{
    private protected StoreReading()
    {
    }
}
