using EcomOps.Core;

namespace EcomOps.Operations.History;

/// <summary>A customer by id; names and addresses never enter the run.</summary>
/// <param name="Id">The shop's customer number.</param>
/// <param name="AcquisitionChannel">Channel that brought the first order ("search"); null if unknown.</param>
/// <param name="Country">Country of most orders; null if unknown.</param>
public sealed record ShopCustomer(string Id, string? AcquisitionChannel, CountryCode? Country);
