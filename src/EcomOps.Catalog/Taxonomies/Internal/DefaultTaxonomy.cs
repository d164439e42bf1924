namespace EcomOps.Catalog.Taxonomies.Internal;

internal static class DefaultTaxonomy
{
    // Lines "id | parent | name | Google product category"; the last two columns may be blank where they repeat.
    public static Taxonomy Load()
    {
        List<Category> nodes = [];
        foreach (string line in Defaults.EmbeddedText.Read("default.taxonomy.txt").Split('\n'))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            nodes.Add(new Category(cells[0], cells[2], cells[1].Length == 0 ? null : cells[1]) { GoogleCategory = cells[3].Length == 0 ? null : cells[3] });
        }

        TaxonomyResult result = Taxonomy.Create(nodes);
        return result.Issues.Count == 0 ? result.Taxonomy : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Issues));
    }
}
