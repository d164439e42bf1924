using EcomOps.Operations.History;

namespace EcomOps.Operations.Steps;

/// <summary>What the steps found; the artefacts are pure functions of it.</summary>
internal sealed record RunResults(ShopHistory History, SalesSummary Sales);
