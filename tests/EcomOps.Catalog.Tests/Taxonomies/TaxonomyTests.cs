using EcomOps.Catalog.Taxonomies;

namespace EcomOps.Catalog.Tests.Taxonomies;

public sealed class TaxonomyTests
{
    [Fact]
    public void A_category_inherits_the_google_category_of_the_nearest_ancestor()
    {
        Taxonomy taxonomy = Taxonomy.Create([new("a", "Home") { GoogleCategory = "Home & Garden" }, new("b", "Decor", "a"), new("c", "Clocks", "b") { GoogleCategory = "3890" }, new("d", "Other")]).Taxonomy;
        Assert.Equal("Home & Garden", taxonomy.GoogleCategoryOf("b"));
        Assert.Equal("3890", taxonomy.GoogleCategoryOf("c"));
        Assert.Null(taxonomy.GoogleCategoryOf("d"));
        Assert.Null(taxonomy.GoogleCategoryOf("none"));
        Assert.Equal("Home > Decor > Clocks", taxonomy.PathOf("c"));
        Assert.Equal(["a", "d"], taxonomy.ChildrenOf(null).Select(c => c.Id));
    }

    [Fact]
    public void Cycles_strangers_and_repetitions_are_reported_and_the_rest_is_kept()
    {
        TaxonomyResult result = Taxonomy.Create([new("a", "A", "b"), new("b", "B", "a"), new("c", "C", "zzz"), new("d", "D"), new("d", "E"), new("e", "D"), new("f", " ")]);
        Assert.Equal(
            ["category_blank", "category_cycle", "category_cycle", "category_duplicate_id", "category_duplicate_path", "category_unknown_parent"],
            result.Issues.Select(i => i.Code).Order());
        Assert.Equal(["d", "e"], result.Taxonomy.Categories.Select(c => c.Id));
    }

    [Fact]
    public void The_published_line_form_is_read_with_and_without_numbers()
    {
        const string File = """
            # Google_Product_Taxonomy_Version: sample
            1 - Animals & Pet Supplies
            3237 - Animals & Pet Supplies > Live Animals

            Home & Garden > Decor > Clocks, wall & table
            """;
        TaxonomyResult result = TaxonomyFile.Read(new StringReader(File));
        Assert.Empty(result.Issues);
        Assert.Equal("1", result.Taxonomy.FindByPath("animals & pet supplies > live animals")?.ParentId);
        Assert.Equal("Animals & Pet Supplies > Live Animals", result.Taxonomy.GoogleCategoryOf("3237"));
        Assert.Equal(["Home & Garden", "Decor", "Clocks, wall & table"], result.Taxonomy.LineageOf("Home & Garden > Decor > Clocks, wall & table").Select(c => c.Name));
    }

    [Fact]
    public void A_path_that_stands_twice_or_has_a_blank_level_is_reported_with_its_line()
    {
        TaxonomyResult result = TaxonomyFile.Read(new StringReader("1 - A\n2 - A > B\n3 - a > b\n4 - A >  > C\n2 - A > D"));
        Assert.Equal(["line 3 category_duplicate_path", "line 4 category_blank", "line 5 category_duplicate_id"], result.Issues.Select(i => $"{i.Path} {i.Code}"));
    }

    [Fact]
    public void An_unknown_path_comes_with_the_nearest_known_ancestor()
    {
        Assert.Null(Taxonomy.Default.CheckPath("Kitchen & dining > Tableware"));
        Assert.Contains("'Kitchen & dining > Tableware'", Taxonomy.Default.CheckPath("Kitchen & dining > Tableware > Bowls > Soup")?.Message);
        Assert.Equal("category_unknown", Taxonomy.Default.CheckPath("Nothing")?.Code);
    }

    [Fact]
    public void Every_category_of_the_default_taxonomy_has_a_google_category() =>
        Assert.All(Taxonomy.Default.Categories, c => Assert.NotNull(Taxonomy.Default.GoogleCategoryOf(c.Id)));
}
