namespace EcomOps.Inventory.Forecasting.Internal;

// Error A or M; trend N or A; damped or not; season N, A or M.
internal readonly record struct EtsForm(char Error, char Trend, bool Damped, char Season)
{
    public override string ToString() => $"{Error},{Trend}{(Damped ? "d" : string.Empty)},{Season}";
}
