using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Policies;

namespace EcomOps.Conformance.Tests.Inventory;

/// <summary>The neutral function names of the cases, answered by the library.</summary>
internal static class InventoryMathFunctions
{
    public static Dictionary<string, Func<CaseInput, Dictionary<string, object>>> All { get; } = Build();

    private static Dictionary<string, Func<CaseInput, Dictionary<string, object>>> Build()
    {
        var all = new Dictionary<string, Func<CaseInput, Dictionary<string, object>>>();
        OrderQuantities(all);
        Newsvendors(all);
        ReorderPoints(all);
        SafetyStocks(all);
        Losses(all);
        Supply(all);
        return all;
    }

    private static void OrderQuantities(Dictionary<string, Func<CaseInput, Dictionary<string, object>>> all)
    {
        all["economic_order_quantity"] = i => Of(EconomicOrderQuantity.Basic(i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("demand_rate"), i.Optional("order_quantity")));
        all["economic_production_quantity"] = i => Of(EconomicOrderQuantity.WithProduction(
            i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("demand_rate"), i.Number("production_rate"), i.Optional("order_quantity")));
        all["economic_order_quantity_with_backorders"] = i => EconomicOrderQuantity.WithBackOrders(
            i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("stockout_cost"), i.Number("demand_rate"), i.Optional("order_quantity"), i.Optional("stockout_fraction")) is var r
            ? new() { ["order_quantity"] = r.OrderQuantity, ["stockout_fraction"] = r.StockOutFraction, ["cost_rate"] = r.CostRate } : [];
        all["economic_order_quantity_with_all_units_discounts"] = i => Of(EconomicOrderQuantity.WithAllUnitsDiscount(
            i.Number("fixed_cost"), i.Number("holding_cost_rate"), i.Number("demand_rate"), i.List("breakpoints"), i.List("unit_costs"), i.Optional("order_quantity")));
        all["economic_order_quantity_with_incremental_discounts"] = i => Of(EconomicOrderQuantity.WithIncrementalDiscount(
            i.Number("fixed_cost"), i.Number("holding_cost_rate"), i.Number("demand_rate"), i.List("breakpoints"), i.List("unit_costs"), i.Optional("order_quantity")));
        all["economic_order_quantity_from_holding_rate"] = i => EconomicOrderQuantity.FromHoldingRate(
            i.Number("order_cost"), i.Number("annual_demand"), i.Number("holding_rate"), i.Number("unit_cost")) is var r
            ? new() { ["lot_size"] = r.Quantity, ["cycle_inventory"] = r.CycleInventory, ["orders_per_year"] = r.OrdersPerYear } : [];
        all["joint_replenishment_problem_silver_heuristic"] = i => EconomicOrderQuantity.Joint(
            i.Number("shared_fixed_cost"), i.List("individual_fixed_costs"), i.List("holding_costs"), i.List("demand_rates")) is var r
            ? new() { ["order_quantities"] = r.OrderQuantities, ["base_cycle_time"] = r.BaseCycleTime, ["order_multiples"] = r.OrderMultiples, ["cost_rate"] = r.CostRate } : [];
        all["wagner_whitin"] = i =>
        {
            int n = (int)i.Number("num_periods");
            LotPlan r = LotSizing.WagnerWhitin(i.PerPeriod("demand", n), i.PerPeriod("fixed_cost", n), i.PerPeriod("holding_cost", n), i.PerPeriod("purchase_cost", n));
            return new() { ["order_quantities"] = r.OrderQuantities, ["total_cost"] = r.TotalCost, ["cost_to_go"] = r.CostToGo, ["next_order_period"] = r.NextOrderPeriod };
        };
    }

    private static DemandDistribution Normal(CaseInput i, double periods) => new NormalDemand(i.Number("demand_mean") * periods, i.Number("demand_sd") * Math.Sqrt(periods));

    private static void Newsvendors(Dictionary<string, Func<CaseInput, Dictionary<string, object>>> all)
    {
        DemandDistribution Exposed(CaseInput i) => Normal(i, i.Number("lead_time", 0) + 1);
        DemandDistribution Poisson(CaseInput i) => new PoissonDemand(i.Number("demand_mean") * (i.Number("lead_time", 0) + 1));
        DemandDistribution Discrete(CaseInput i) => i.Has("demand_pmf") ? i.Pmf("demand_pmf") : i.Distribution("demand_distribution");
        BaseStock Best(CaseInput i, DemandDistribution d) => Newsvendor.Optimise(d, i.Number("holding_cost"), i.Number("stockout_cost"), i.Optional("base_stock_level"));
        BaseStock Profit(CaseInput i, DemandDistribution d) => Newsvendor.MaximiseProfit(
            d, i.Number("revenue"), i.Number("purchase_cost"), i.Number("salvage_value"), i.Number("holding_cost", 0), i.Number("stockout_cost", 0), i.Optional("base_stock_level"));
        BaseStock Myopic(CaseInput i) => Newsvendor.Myopic(
            Normal(i, 1), i.Number("holding_cost"), i.Number("stockout_cost"), i.Number("purchase_cost"), i.Number("purchase_cost_next_per"), i.Number("discount_factor", 1), i.Optional("base_stock_level"));
        all["newsvendor_normal"] = all["newsvendor_normal_cost"] = i => Of(Best(i, Exposed(i)), "cost_per_period");
        all["newsvendor_poisson"] = all["newsvendor_poisson_cost"] = i => Of(Best(i, Poisson(i)), "cost_per_period");
        all["newsvendor_continuous"] = all["newsvendor_discrete"] = i => Of(Best(i, Discrete(i)), "cost_per_period");
        all["newsvendor_normal_explicit"] = i => Of(Profit(i, Exposed(i)), "profit_per_period");
        all["newsvendor_poisson_explicit"] = i => Of(Profit(i, Poisson(i)), "profit_per_period");
        all["myopic"] = all["myopic_cost"] = i => Of(Myopic(i), "cost_per_period");
        all["newsvendor_normal_critical_ratio"] = i =>
        {
            double ratio = Newsvendor.CriticalRatio(i.Number("price"), i.Number("cost"), i.Number("salvage"));
            return new() { ["critical_ratio"] = ratio, ["quantity"] = Normal(i, 1).Quantile(ratio) };
        };
        all["newsvendor_with_disruptions"] = i => Of(Newsvendor.WithDisruptions(
            i.Number("demand"), i.Number("holding_cost"), i.Number("stockout_cost"), i.Number("disruption_prob"), i.Number("recovery_prob"), i.Optional("base_stock_level")), "cost_per_period");
        all["newsvendor_with_additive_yield_uncertainty"] = i => Of(Newsvendor.WithAdditiveYield(
            i.Number("demand"), i.Distribution("yield_distribution"), i.Number("holding_cost"), i.Number("stockout_cost"), i.Optional("base_stock_level")), "cost_per_period");
        all["myopic_bounds"] = i =>
        {
            int n = (int)i.Number("num_periods");
            double[] mean = i.PerPeriod("demand_mean", n), sd = i.PerPeriod("demand_sd", n), h = i.PerPeriod("holding_cost", n), p = i.PerPeriod("stockout_cost", n);
            double[] c = i.PerPeriod("purchase_cost", n), k = i.PerPeriod("fixed_cost", n);
            MyopicBounds r = MyopicBounds.Find(
                [.. Enumerable.Range(0, n).Select(t => new HorizonPeriod(new NormalDemand(mean[t], sd[t]), h[t], p[t], c[t], k[t]))],
                i.Number("terminal_holding_cost", 0), i.Number("terminal_stockout_cost", 0), i.Number("discount_factor", 1));
            return new() { ["order_up_to_lower"] = r.OrderUpToLower, ["order_up_to_upper"] = r.OrderUpToUpper, ["reorder_point_lower"] = r.ReorderPointLower, ["reorder_point_upper"] = r.ReorderPointUpper };
        };
    }

    private static void ReorderPoints(Dictionary<string, Func<CaseInput, Dictionary<string, object>>> all)
    {
        DemandDistribution LeadTime(CaseInput i) => Normal(i, i.Number("lead_time"));
        void Add(string name, Func<double, double, double, double, DemandDistribution, OrderPolicy> find) => all[name] = i =>
        {
            OrderPolicy r = find(i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("stockout_cost"), i.Number("demand_mean"), LeadTime(i));
            return new() { ["reorder_point"] = r.ReorderPoint, ["order_quantity"] = r.OrderQuantity, ["approximate_cost_rate"] = r.CostRate, ["cost_rate"] = r.CostRate };
        };
        Add("r_q_eil_approximation", ReorderPointQuantity.ExpectedShortageApproximation);
        Add("r_q_eoqb_approximation", ReorderPointQuantity.BackOrderEoqApproximation);
        Add("r_q_eoqss_approximation", ReorderPointQuantity.EoqWithSafetyStock);
        Add("r_q_loss_function_approximation", ReorderPointQuantity.LossFunctionApproximation);
        all["r_q_cost"] = i => new()
        {
            ["cost_rate"] = ReorderPointQuantity.Cost(i.Number("reorder_point"), i.Number("order_quantity"), i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("stockout_cost"), i.Number("demand_mean"), LeadTime(i)),
        };
        all["r_q_cost_poisson"] = i => new()
        {
            ["cost_rate"] = ReorderPointQuantity.DiscreteCost(
                (long)i.Number("reorder_point"), (long)i.Number("order_quantity"), i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("stockout_cost"),
                i.Number("demand_mean"), new PoissonDemand(i.Number("demand_mean") * i.Number("lead_time"))),
        };
        all["r_q_optimal_r_for_q"] = i => new() { ["reorder_point"] = ReorderPointQuantity.BestReorderPoint(i.Number("order_quantity"), i.Number("holding_cost"), i.Number("stockout_cost"), LeadTime(i)) };
        all["r_q_poisson_exact"] = i =>
        {
            OrderPolicy r = ReorderPointQuantity.PoissonExact(i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("stockout_cost"), i.Number("demand_mean"), i.Number("lead_time"));
            return new() { ["reorder_point"] = r.ReorderPoint, ["order_quantity"] = r.OrderQuantity, ["cost_rate"] = r.CostRate };
        };
        DiscreteDemand Family(CaseInput i) => i.Raw("demand_family").GetString() == "pmf" ? i.Pmf("demand_pmf") : new PoissonDemand(i.Number("demand_mean"));
        all["s_s_cost_discrete"] = i => new()
        {
            ["cost_per_period"] = MinMaxPolicy.Cost((long)i.Number("reorder_point"), (long)i.Number("order_up_to_level"), i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("stockout_cost"), Family(i)),
        };
        all["s_s_discrete_exact"] = i => Of(MinMaxPolicy.Optimise(i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("stockout_cost"), Family(i)));
        all["s_s_power_approximation"] = i => Of(MinMaxPolicy.PowerApproximation(
            i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("stockout_cost"), i.Number("demand_mean"), i.Number("demand_sd")));
    }

    private static void SafetyStocks(Dictionary<string, Func<CaseInput, Dictionary<string, object>>> all)
    {
        double Sigma(CaseInput i, double time) => NormalSafetyStock.DeviationOfLeadTimeDemand(i.Number("demand_mean", 0), i.Number("demand_sd"), time);
        all["safety_stock_with_variable_lead_time"] = i =>
        {
            double sigma = NormalSafetyStock.DeviationOfLeadTimeDemand(i.Number("demand_mean"), i.Number("demand_sd"), i.Number("lead_time_mean"), i.Number("lead_time_sd", 0));
            double stock = NormalSafetyStock.ForCycleService(sigma, i.Number("cycle_service_level"));
            return new() { ["sigma_lead_time_demand"] = sigma, ["safety_stock"] = stock, ["reorder_point"] = stock + (i.Number("demand_mean") * i.Number("lead_time_mean")) };
        };
        all["cycle_service_level_from_reorder_point"] = i =>
        {
            double stock = i.Number("reorder_point") - (i.Number("demand_mean") * i.Number("lead_time"));
            return new() { ["safety_stock"] = stock, ["cycle_service_level"] = NormalSafetyStock.CycleService(Sigma(i, i.Number("lead_time")), stock) };
        };
        all["fill_rate_from_reorder_point"] = i =>
        {
            double stock = i.Number("reorder_point") - (i.Number("demand_mean") * i.Number("lead_time")), sigma = Sigma(i, i.Number("lead_time"));
            return new() { ["expected_shortage_per_cycle"] = NormalSafetyStock.ExpectedShortage(sigma, stock), ["fill_rate"] = NormalSafetyStock.FillRate(sigma, stock, i.Number("lot_size")) };
        };
        all["safety_stock_for_fill_rate"] = i =>
        {
            double sigma = Sigma(i, i.Number("lead_time")), stock = NormalSafetyStock.ForFillRate(sigma, i.Number("lot_size"), i.Number("target_fill_rate"));
            return new() { ["z"] = stock / sigma, ["safety_stock"] = stock };
        };
        all["periodic_review_order_up_to"] = i =>
        {
            double time = i.Number("lead_time") + i.Number("review_period"), stock = NormalSafetyStock.ForCycleService(Sigma(i, time), i.Number("cycle_service_level"));
            return new() { ["order_up_to_level"] = (i.Number("demand_mean") * time) + stock, ["safety_stock"] = stock };
        };
        all["pooled_safety_stock"] = i =>
        {
            (double apart, double pooled) = NormalSafetyStock.Pooling((int)i.Number("locations"), Sigma(i, i.Number("lead_time")), i.Number("cycle_service_level"));
            return new() { ["decentralised"] = apart, ["centralised"] = pooled };
        };
    }

    private static void Losses(Dictionary<string, Func<CaseInput, Dictionary<string, object>>> all)
    {
        void Add(string family, Func<CaseInput, DemandDistribution> make, string at = "x")
        {
            all[family + "_loss"] = i => new() { ["loss"] = make(i).Loss(i.Number(at)), ["complementary_loss"] = make(i).ComplementaryLoss(i.Number(at)) };
            all[family + "_second_loss"] = i => new() { ["second_loss"] = make(i).SecondLoss(i.Number(at)), ["complementary_second_loss"] = make(i).ComplementarySecondLoss(i.Number(at)) };
        }

        Add("standard_normal", _ => new NormalDemand(0, 1), "z");
        Add("normal", i => new NormalDemand(i.Number("mean"), i.Number("sd")));
        Add("lognormal", i => new LogNormalDemand(i.Number("mu"), i.Number("sigma")));
        Add("exponential", i => new ExponentialDemand(1 / i.Number("mu")));
        Add("gamma", i => new GammaDemand(i.Number("a"), i.Number("b")));
        Add("uniform", i => new UniformDemand(i.Number("a"), i.Number("b")));
        Add("poisson", i => new PoissonDemand(i.Number("mean")));
        Add("geometric", i => GeometricDemand.Trials(i.Number("p")));
        Add("negative_binomial", i => i.Has("r")
            ? new NegativeBinomialDemand(i.Number("r"), i.Number("p"))
            : NegativeBinomialDemand.FromMoments(i.Number("mean"), i.Number("sd") * i.Number("sd")));
        Add("continuous", i => i.Distribution("distribution"));
        Add("discrete", i => i.Has("pmf") ? i.Pmf("pmf") : i.Distribution("distribution"));
    }

    private static void Supply(Dictionary<string, Func<CaseInput, Dictionary<string, object>>> all)
    {
        all["eoq_with_disruptions"] = all["eoq_with_disruptions_cost"] = i => Of(UncertainSupply.EoqWithDisruptions(
            i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("stockout_cost"), i.Number("demand_rate"), i.Number("disruption_rate"), i.Number("recovery_rate"),
            i.Has("approximate") && i.Raw("approximate").GetBoolean(), i.Optional("order_quantity")));
        all["eoq_with_additive_yield_uncertainty"] = i => Of(UncertainSupply.EoqWithAdditiveYield(
            i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("demand_rate"), i.Number("yield_mean"), i.Number("yield_sd"), i.Optional("order_quantity")));
        all["eoq_with_multiplicative_yield_uncertainty"] = i => Of(UncertainSupply.EoqWithMultiplicativeYield(
            i.Number("fixed_cost"), i.Number("holding_cost"), i.Number("demand_rate"), i.Number("yield_mean"), i.Number("yield_sd"), i.Optional("order_quantity")));
    }

    private static Dictionary<string, object> Of(OrderQuantityCost r) => new() { ["order_quantity"] = r.OrderQuantity, ["cost_rate"] = r.CostRate };

    private static Dictionary<string, object> Of(DiscountedOrder r) => new() { ["order_quantity"] = r.OrderQuantity, ["price_region"] = r.PriceRegion, ["cost_rate"] = r.CostRate };

    private static Dictionary<string, object> Of(BaseStock r, string name) => new() { ["base_stock_level"] = r.Level, [name] = r.Expected };

    private static Dictionary<string, object> Of(MinMax r) => new() { ["reorder_point"] = r.ReorderPoint, ["order_up_to_level"] = r.OrderUpTo, ["cost_per_period"] = r.CostPerPeriod };
}
