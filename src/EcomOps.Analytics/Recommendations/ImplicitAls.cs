using EcomOps.Analytics.Internal;
using EcomOps.Analytics.Recommendations.Internal;

namespace EcomOps.Analytics.Recommendations;

/// <summary>Matrix factors for purchases without ratings, by alternating least squares (Hu, Koren and Volinsky, 2008).</summary>
/// <remarks>
/// The customer's factor is solved from the history at hand, so a customer who came after the fit, or went on buying, needs no new fit. Seeded: the same interactions and options give
/// the same factors. Immutable and thread-safe.
/// </remarks>
public sealed class ImplicitAls : IRecommender
{
    private readonly AlsOptions _options;
    private readonly FactorTable _items;
    private readonly double[] _gram;

    private ImplicitAls(Interactions interactions, AlsOptions options, FactorTable items)
    {
        FittedTo = interactions;
        _options = options;
        _items = items;
        _gram = items.Gram(options.Regularisation);
    }

    /// <inheritdoc />
    public string Name => "Implicit ALS";

    /// <inheritdoc />
    public Interactions FittedTo { get; }

    /// <summary>Fits the factors.</summary>
    /// <param name="interactions">Who bought what.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static ImplicitAls Fit(Interactions interactions, AlsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        options ??= new AlsOptions();
        options.Require();
        ItemRows rows = interactions.Rows;
        (int[] starts, int[] holders) = rows.Transposed();
        FactorTable customers = new(rows.Rows, options.Factors), items = FactorTable.Random(rows.Items, options.Factors, new Xoshiro((ulong)(uint)options.Seed));
        FactorSolver solver = new(options.Factors, options.Alpha);
        for (int round = 0; round < options.Rounds; round++)
        {
            Solve(solver, items, options.Regularisation, customers, rows.Starts, rows.Contents);
            Solve(solver, customers, options.Regularisation, items, starts, holders);
        }

        return new ImplicitAls(interactions, options, items);
    }

    /// <inheritdoc />
    public void Score(ReadOnlySpan<int> history, Span<double> scores)
    {
        double[] customer = new double[_options.Factors];
        new FactorSolver(_options.Factors, _options.Alpha).Solve(_items, _gram, history, customer);
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = DenseVectors.Dot(customer, _items.Of(i));
        }
    }

    private static void Solve(FactorSolver solver, FactorTable known, double regularisation, FactorTable wanted, int[] starts, int[] contents)
    {
        double[] gram = known.Gram(regularisation);
        for (int row = 0; row < wanted.Rows; row++)
        {
            solver.Solve(known, gram, contents.AsSpan(starts[row], starts[row + 1] - starts[row]), wanted.Of(row));
        }
    }
}
