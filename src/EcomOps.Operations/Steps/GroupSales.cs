using EcomOps.Core;

namespace EcomOps.Operations.Steps;

/// <summary>Sales of one country or sales channel in the reported month.</summary>
internal sealed record GroupSales(string Name, long MonthOrders, Money MonthGross);
