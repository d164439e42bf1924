using EcomOps.Core;

namespace EcomOps.Operations.Steps;

/// <summary>Sales of one country, channel or category, over the history and in the reported month.</summary>
internal sealed record GroupSales(string Name, int Orders, Money Gross, int MonthOrders, Money MonthGross);
