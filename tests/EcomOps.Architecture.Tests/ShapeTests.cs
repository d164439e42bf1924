namespace EcomOps.Architecture.Tests;

public sealed class ShapeTests
{
    private static IEnumerable<Type> Shipped => House.Assemblies.SelectMany(a => a.GetTypes());

    [Fact]
    public void Public_classes_are_sealed_or_abstract_or_open_by_contract() => Assert.Empty(ShapeRules.OpenClasses([.. Shipped]));

    [Fact]
    public void An_open_class_is_found() => Assert.Single(ShapeRules.OpenClasses([typeof(SeededViolations.OpenClass)]));

    [Fact]
    public void Internal_namespaces_hold_no_public_type() => Assert.Empty(ShapeRules.PublicInternals(Shipped));

    [Fact]
    public void A_public_type_in_an_internal_namespace_is_found() => Assert.Single(ShapeRules.PublicInternals([typeof(Internal.PublicThing)]));

    [Fact]
    public void No_public_field_can_be_changed() => Assert.Empty(ShapeRules.PublicFieldsThatCanChange(Shipped));

    [Fact]
    public void A_public_static_variable_is_found() => Assert.Single(ShapeRules.PublicFieldsThatCanChange([typeof(SeededViolations.OpenClass)]));

    [Fact]
    public void Money_is_never_a_double() => Assert.Empty(ShapeRules.DoubleMoney(Shipped));

    [Fact]
    public void A_price_held_as_double_is_found() => Assert.Single(ShapeRules.DoubleMoney([typeof(SeededViolations.Quote)]));

    [Fact]
    public void Folders_say_what_they_hold() => Assert.Empty(ShapeRules.VaguePlaces(House.SourceFiles));

    [Fact]
    public void A_vague_folder_is_found() => Assert.Single(ShapeRules.VaguePlaces(["src/EcomOps.Core/Helpers/Thing.cs"]));

    [Fact]
    public void No_source_file_is_far_over_four_hundred_lines() =>
        Assert.Empty(ShapeRules.OversizedFiles(House.SourceFiles.Select(path => (Path.GetRelativePath(House.Root, path), File.ReadLines(path).Count()))));

    [Fact]
    public void An_oversized_file_is_found() => Assert.Single(ShapeRules.OversizedFiles([("a.cs", 451)]));

    [Fact]
    public void Shipped_code_is_finished() =>
        Assert.Empty(ShapeRules.UnfinishedCode(House.SourceFiles.Select(path => (Path.GetRelativePath(House.Root, path), File.ReadAllText(path)))));

    [Fact]
    public void Unfinished_code_is_found() => Assert.Single(ShapeRules.UnfinishedCode([("a.cs", "throw new NotImplementedException();")]));
}
