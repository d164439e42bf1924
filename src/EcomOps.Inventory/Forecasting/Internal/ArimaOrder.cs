namespace EcomOps.Inventory.Forecasting.Internal;

internal readonly record struct ArimaOrder(int P, int D, int Q, int SeasonalP, int SeasonalD, int SeasonalQ, int Season, bool Constant)
{
    public int Parameters => P + Q + SeasonalP + SeasonalQ + (Constant ? 1 : 0);

    public override string ToString() => Season > 1 ? $"ARIMA({P},{D},{Q})({SeasonalP},{SeasonalD},{SeasonalQ})[{Season}]" : $"ARIMA({P},{D},{Q})";
}
