using EcomOps.Analytics.Experiments;
using EcomOps.Analytics.Internal;
using EcomOps.Core;

namespace EcomOps.Analytics.Promotions.Internal;

internal sealed class StudyEstimator
{
    private const int CleanWeeks = 20;

    private readonly PromotionStudy _study;
    private readonly Dictionary<string, ProductSeries> _products;
    private readonly int _weeks;
    private readonly double[][] _rows;
    private readonly double _z;
    private readonly double _indexVariance;
    private readonly Dictionary<string, CountRegression> _baselines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool[]> _excluded = new(StringComparer.Ordinal);

    public StudyEstimator(PromotionStudy study)
    {
        _study = study;
        _products = study.Products.ToDictionary(p => p.Sku, StringComparer.Ordinal);
        _weeks = study.Products[0].Units.Count;
        _z = Distributions.NormalQuantile(0.5 + (study.Confidence / 2));
        ProductSeries[] controls = [.. study.Controls.Distinct().Select(c => _products[c])];
        _indexVariance = IndexVariance(controls);
        _rows = [.. Enumerable.Range(0, _weeks).Select(w => (double[])[1, (2.0 * w / Math.Max(1, _weeks - 1)) - 1, .. Index(controls, w)])];
    }

    public IReadOnlyList<PromotionEffect> Run()
    {
        Window[] own = [.. _study.Events.Select(e => Difference(e.Sku, Weeks(e)))];
        Window[] after = [.. _study.Events.Select(e => Difference(e.Sku, After(e)))];
        Window[] lost = [.. _study.Events.Select(e => Related(_study.Substitutes, e))];
        Window[] gained = [.. _study.Events.Select(e => Related(_study.Complements, e))];
        bool[] substituted = [.. _study.Events.Select(e => _study.Substitutes.ContainsKey(e.Sku))], complemented = [.. _study.Events.Select(e => _study.Complements.ContainsKey(e.Sku))];
        bool[] followed = [.. after.Select(a => a.Weeks > 0)];
        UnitEstimate[] pull = EffectPooling.Pool([.. after.Select(a => a with { Units = -a.Units })], own, followed, _study.Confidence);
        UnitEstimate[] cannibalised = EffectPooling.Pool([.. lost.Select(a => a with { Units = -a.Units })], own, substituted, _study.Confidence);
        UnitEstimate[] halo = EffectPooling.Pool(gained, own, complemented, _study.Confidence);
        double[] p = [.. own.Select(o => o.NullError <= 0 ? 1 : 2 * Distributions.NormalCdf(-Math.Abs(o.Units / o.NullError)))];
        IReadOnlyList<double> adjusted = MultipleTests.Adjust(p, MultiplicityMethod.Holm);
        return [.. _study.Events.Select((e, i) => Effect(e, own[i], pull[i], cannibalised[i], halo[i], p[i], adjusted[i]))];
    }

    private PromotionEffect Effect(PromotionEvent e, Window own, UnitEstimate pull, UnitEstimate cannibalised, UnitEstimate halo, double p, double adjusted)
    {
        ProductSeries product = _products[e.Sku];
        double price = (double)product.Price.Amount, cost = (double)product.UnitCost.Amount, d = (double)e.Discount, full = price - cost, promoted = (price * (1 - d)) - cost;
        double substitute = Margin(_study.Substitutes, e.Sku), complement = Margin(_study.Complements, e.Sku);
        double subsidy = own.Baseline * price * d;
        double margin = (own.Units * promoted) - subsidy - (pull.Units * full) - (cannibalised.Units * substitute) + (halo.Units * complement) - (double)e.FixedCost.Amount;

        // The baseline enters twice, against the uplift; side effects are taken as independent.
        double se = Math.Sqrt((promoted * promoted * own.NoiseVariance) + ((promoted + (price * d)) * (promoted + (price * d)) * own.BaselineVariance)
            + Square(pull.StandardError * full) + Square(cannibalised.StandardError * substitute) + Square(halo.StandardError * complement));
        Money Amount(double value) => new Money((decimal)value, product.Price.Currency).Round(MoneyRounding.HalfEven);
        double baseError = Math.Sqrt(own.BaselineVariance + IndexError(e));
        var baseline = new UnitEstimate(own.Baseline, baseError, Math.Max(0, own.Baseline - (_z * baseError)), own.Baseline + (_z * baseError));
        var uplift = new UnitEstimate(own.Units, own.Error, own.Units - (_z * own.Error), own.Units + (_z * own.Error));
        UnitEstimate netOwn = uplift.Less(pull, _z);
        return new PromotionEffect(e, PromotionAnalysis.Method)
        {
            ActualUnits = own.Actual,
            Baseline = baseline,
            Uplift = uplift,
            PullForward = pull,
            Cannibalised = cannibalised,
            Halo = halo,
            NetOwn = netOwn,
            NetCategory = netOwn.Less(cannibalised, _z),
            Subsidy = Amount(subsidy),
            SubsidyInterval = (Amount(baseline.Low * price * d), Amount(baseline.High * price * d)),
            IncrementalMargin = Amount(margin),
            MarginInterval = (Amount(margin - (_z * se)), Amount(margin + (_z * se))),
            BreakEvenLift = promoted > 0 ? price * d / promoted : null,
            PValue = p,
            AdjustedPValue = adjusted,
            NaiveUplift = own.Actual - Naive(e),
            Warnings = Warnings(e),
        };
    }

    private List<Issue> Warnings(PromotionEvent e)
    {
        List<Issue> issues = [];
        if (_study.Controls.Count == 0)
        {
            issues.Add(new Issue("controls_missing", e.Id, "Without control products season and market count as effect; name products that no promotion touches.", Severity.Warning));
        }

        foreach (string control in _study.Controls.Where(c => _study.Events.Any(o => o.Sku == c)))
        {
            issues.Add(new Issue("control_promoted", e.Id, $"The control {control} was promoted itself; take it off the list.", Severity.Warning));
        }

        if (Excluded(e.Sku).Count(x => !x) < CleanWeeks)
        {
            issues.Add(new Issue("clean_weeks_few", e.Id, $"Fewer than {CleanWeeks} weeks are free of promotions; the baseline rests on little.", Severity.Warning));
        }

        if (_study.Events.Any(o => o.Id != e.Id && o.Sku == e.Sku && o.StartWeek < e.StartWeek + e.Weeks + _study.PostWeeks && e.StartWeek < o.StartWeek + o.Weeks))
        {
            issues.Add(new Issue("promotions_overlap", e.Id, "Another promotion of the product overlaps with this one or the weeks after it; their effects cannot be told apart.", Severity.Warning));
        }

        if (e.StartWeek + e.Weeks + _study.PostWeeks > _weeks)
        {
            issues.Add(new Issue("post_weeks_missing", e.Id, "The data end before the weeks after the promotion do; what was pulled forward is estimated from other promotions.", Severity.Warning));
        }

        return issues;
    }

    private Window Difference(string sku, int[] weeks)
    {
        if (weeks.Length == 0)
        {
            return default;
        }

        CountRegression regression = Baseline(sku);
        (double expected, double variance) = regression.Expect(weeks.Select(w => _rows[w]));
        long actual = weeks.Sum(w => _products[sku].Units[w]);
        return new Window(actual, expected, actual - expected, regression.Dispersion * Math.Max(actual, expected), variance, regression.Dispersion * expected, weeks.Length);
    }

    private Window Related(IReadOnlyDictionary<string, IReadOnlyList<string>> relations, PromotionEvent e)
    {
        Window sum = default;
        foreach (string sku in relations.TryGetValue(e.Sku, out IReadOnlyList<string>? related) ? related : [])
        {
            Window one = Difference(sku, Weeks(e));
            sum = new Window(sum.Actual + one.Actual, sum.Baseline + one.Baseline, sum.Units + one.Units, sum.NoiseVariance + one.NoiseVariance, sum.BaselineVariance + one.BaselineVariance, sum.NullNoise + one.NullNoise, one.Weeks);
        }

        return sum;
    }

    private CountRegression Baseline(string sku)
    {
        if (!_baselines.TryGetValue(sku, out CountRegression? regression))
        {
            bool[] excluded = Excluded(sku);
            int[] clean = [.. Enumerable.Range(0, _weeks).Where(w => !excluded[w])];
            clean = clean.Length > _rows[0].Length ? clean : [.. Enumerable.Range(0, _weeks)];
            regression = CountRegression.Fit([.. clean.Select(w => _rows[w])], [.. clean.Select(w => (double)_products[sku].Units[w])]);
            _baselines[sku] = regression;
        }

        return regression;
    }

    // Weeks in which the product's sales may be moved by a promotion: its own and the weeks after, and those of products it depends on.
    private bool[] Excluded(string sku)
    {
        if (_excluded.TryGetValue(sku, out bool[]? known))
        {
            return known;
        }

        bool[] excluded = new bool[_weeks];
        foreach (PromotionEvent e in _study.Events)
        {
            bool own = e.Sku == sku;
            if (own || Depends(_study.Substitutes, e.Sku, sku) || Depends(_study.Complements, e.Sku, sku))
            {
                for (int w = e.StartWeek; w < Math.Min(_weeks, e.StartWeek + e.Weeks + (own ? _study.PostWeeks : 0)); w++)
                {
                    excluded[w] = true;
                }
            }
        }

        return _excluded[sku] = excluded;
    }

    private static bool Depends(IReadOnlyDictionary<string, IReadOnlyList<string>> relations, string promoted, string sku) =>
        relations.TryGetValue(promoted, out IReadOnlyList<string>? related) && related.Contains(sku);

    private static int[] Weeks(PromotionEvent e) => [.. Enumerable.Range(e.StartWeek, e.Weeks)];

    // The weeks after a promotion, up to the next one of the product.
    private int[] After(PromotionEvent e)
    {
        int from = e.StartWeek + e.Weeks, to = Math.Min(_weeks, from + _study.PostWeeks);
        foreach (PromotionEvent other in _study.Events)
        {
            to = other.Sku == e.Sku && other.Id != e.Id && other.StartWeek + other.Weeks > from ? Math.Min(to, other.StartWeek) : to;
        }

        return to - from < _study.PostWeeks ? [] : [.. Enumerable.Range(from, to - from)];
    }

    private double Naive(PromotionEvent e)
    {
        int from = Math.Max(0, e.StartWeek - 4);
        return e.StartWeek == 0 ? 0 : e.Weeks * Enumerable.Range(from, e.StartWeek - from).Average(w => (double)_products[e.Sku].Units[w]);
    }

    private double Margin(IReadOnlyDictionary<string, IReadOnlyList<string>> relations, string sku) =>
        relations.TryGetValue(sku, out IReadOnlyList<string>? related) && related.Count > 0 ? related.Average(s => (double)(_products[s].Price.Amount - _products[s].UnitCost.Amount)) : 0;

    // Log of the controls' joint sales in a week, relative to their mean.
    private static double[] Index(ProductSeries[] controls, int week)
    {
        if (controls.Length == 0)
        {
            return [];
        }

        double sum = 0;
        foreach (ProductSeries control in controls)
        {
            sum += Math.Log((control.Units[week] + 0.5) / (control.Units.Average() + 0.5));
        }

        return [sum / controls.Length];
    }

    // The controls are themselves noisy; how much they disagree tells by how much their mean is off in a week.
    private double IndexVariance(ProductSeries[] controls)
    {
        if (controls.Length < 2)
        {
            return 0;
        }

        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < controls.Length; i++)
        {
            for (int j = i + 1; j < controls.Length; j++, pairs++)
            {
                double[] difference = [.. Enumerable.Range(0, _weeks).Select(w => Math.Log((controls[i].Units[w] + 0.5) / (controls[j].Units[w] + 0.5)))];
                double mean = difference.Average();
                sum += difference.Sum(d => Square(d - mean)) / Math.Max(1, _weeks - 1);
            }
        }

        return sum / pairs / 2 / controls.Length;
    }

    private double IndexError(PromotionEvent e)
    {
        CountRegression regression = Baseline(e.Sku);
        double slope = regression.Coefficients.Length > 2 ? regression.Coefficients[2] : 0;
        return Weeks(e).Sum(w => Square(slope * regression.Expect([_rows[w]]).Sum) * _indexVariance);
    }

    private static double Square(double value) => value * value;
}
