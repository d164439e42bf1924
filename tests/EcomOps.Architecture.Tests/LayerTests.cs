using System.Reflection;

namespace EcomOps.Architecture.Tests;

public sealed class LayerTests
{
    private static readonly HashSet<string> DomainAndBelow =
        ["EcomOps.Core", "EcomOps.Rules", "EcomOps.Catalog", "EcomOps.Inventory", "EcomOps.Routing", "EcomOps.Payments", "EcomOps.Analytics"];

    [Fact]
    public void Projects_reference_only_the_layers_below_them() => Assert.Empty(LayerRules.ProjectViolations(House.Projects));

    [Fact]
    public void A_domain_package_that_references_another_is_found() =>
        Assert.Equal(
            ["EcomOps.Payments references EcomOps.Inventory"],
            LayerRules.ProjectViolations([new ProjectFile("EcomOps.Payments", false, ["EcomOps.Core", "EcomOps.Inventory"], [])]));

    [Fact]
    public void A_provider_that_references_another_domain_is_found() =>
        Assert.Equal(
            ["EcomOps.Payments.Stripe references EcomOps.Routing"],
            LayerRules.ProjectViolations([new ProjectFile("EcomOps.Payments.Stripe", true, ["EcomOps.Payments", "EcomOps.Routing"], [])]));

    [Fact]
    public void Domain_packages_depend_only_on_the_agreed_packages() => Assert.Empty(LayerRules.PackageViolations(House.Projects));

    [Fact]
    public void A_domain_package_with_a_file_format_library_is_found() =>
        Assert.Equal(
            ["EcomOps.Catalog depends on CsvHelper"],
            LayerRules.PackageViolations([new ProjectFile("EcomOps.Catalog", false, [], ["NodaTime", "CsvHelper"])]));

    [Fact]
    public void Assemblies_use_only_the_layers_below_them() =>
        Assert.Empty(LayerRules.AssemblyViolations(House.Assemblies.Select(a =>
        {
            string name = a.GetName().Name!;
            return (name, House.Projects.Single(p => p.Name == name).IsProvider, a.GetReferencedAssemblies().Select(r => r.Name!));
        })));

    [Fact]
    public void An_assembly_that_uses_a_layer_above_is_found() =>
        Assert.Equal(
            ["EcomOps.Rules uses EcomOps.Payments"],
            LayerRules.AssemblyViolations([("EcomOps.Rules", false, ["System.Runtime", "EcomOps.Core", "EcomOps.Payments"])]));

    [Fact]
    public void Public_interfaces_of_domain_packages_show_no_vendor_type() =>
        Assert.Empty(LayerRules.ForeignTypesInPublicApi(House.Assemblies.Where(a => DomainAndBelow.Contains(a.GetName().Name!)).SelectMany(a => a.GetTypes())));

    [Fact]
    public void A_vendor_type_in_a_signature_is_found() =>
        Assert.Contains(
            LayerRules.ForeignTypesInPublicApi([typeof(SeededViolations.ShowsVendorType)]),
            violation => violation.Contains("FsCheck", StringComparison.Ordinal));
}
