using EcomOps.Conformance.Tests.Harness;

namespace EcomOps.Conformance.Tests;

/// <summary>Every case of every case file, one row each; the runners lie in the folders of the areas.</summary>
public sealed class CaseTests
{
    [CaseTheory("ab-cases.json")]
    [CaseData("ab-cases.json")]
    public void Experiment_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("ab-cases.json")]
    public void No_experiment_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("ab-cases.json")?.Rows ?? [], row => PendingKinds.Contains("ab-cases.json", row.Kind));

    [CaseTheory("billing-cases.json")]
    [CaseData("billing-cases.json")]
    public void Billing_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("billing-cases.json")]
    public void No_billing_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("billing-cases.json")?.Rows ?? [], row => PendingKinds.Contains("billing-cases.json", row.Kind));

    [CaseTheory("catalog-cases.json")]
    [CaseData("catalog-cases.json")]
    public void Catalogue_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("catalog-cases.json")]
    public void No_catalogue_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("catalog-cases.json")?.Rows ?? [], row => PendingKinds.Contains("catalog-cases.json", row.Kind));

    [CaseTheory("funnel-cases.json")]
    [CaseData("funnel-cases.json")]
    public void Funnel_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("funnel-cases.json")]
    public void No_funnel_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("funnel-cases.json")?.Rows ?? [], row => PendingKinds.Contains("funnel-cases.json", row.Kind));

    [CaseTheory("inventory-math-cases.json")]
    [CaseData("inventory-math-cases.json")]
    public void Inventory_mathematics_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("inventory-math-cases.json")]
    public void No_inventory_mathematics_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("inventory-math-cases.json")?.Rows ?? [], row => PendingKinds.Contains("inventory-math-cases.json", row.Kind));

    [CaseTheory("ltv-cases.json")]
    [CaseData("ltv-cases.json")]
    public void Lifetime_value_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("ltv-cases.json")]
    public void No_lifetime_value_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("ltv-cases.json")?.Rows ?? [], row => PendingKinds.Contains("ltv-cases.json", row.Kind));

    [CaseTheory("promo-effect-cases.json")]
    [CaseData("promo-effect-cases.json")]
    public void Promotion_effect_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("promo-effect-cases.json")]
    public void No_promotion_effect_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("promo-effect-cases.json")?.Rows ?? [], row => PendingKinds.Contains("promo-effect-cases.json", row.Kind));

    [CaseTheory("promotion-cases.json")]
    [CaseData("promotion-cases.json")]
    public void Promotion_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("promotion-cases.json")]
    public void No_promotion_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("promotion-cases.json")?.Rows ?? [], row => PendingKinds.Contains("promotion-cases.json", row.Kind));

    [CaseTheory("refund-cases.json")]
    [CaseData("refund-cases.json")]
    public void Refund_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("refund-cases.json")]
    public void No_refund_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("refund-cases.json")?.Rows ?? [], row => PendingKinds.Contains("refund-cases.json", row.Kind));

    [CaseTheory("routing-cases.json")]
    [CaseData("routing-cases.json")]
    public void Routing_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("routing-cases.json")]
    public void No_routing_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("routing-cases.json")?.Rows ?? [], row => PendingKinds.Contains("routing-cases.json", row.Kind));

    [CaseTheory("rules-analysis-cases.json")]
    [CaseData("rules-analysis-cases.json")]
    public void Rules_analysis_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("rules-analysis-cases.json")]
    public void No_rules_analysis_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("rules-analysis-cases.json")?.Rows ?? [], row => PendingKinds.Contains("rules-analysis-cases.json", row.Kind));

    [CaseTheory("tax-cases.json")]
    [CaseData("tax-cases.json")]
    public void Tax_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("tax-cases.json")]
    public void No_tax_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("tax-cases.json")?.Rows ?? [], row => PendingKinds.Contains("tax-cases.json", row.Kind));

    [CaseTheory("vat-cases.json")]
    [CaseData("vat-cases.json")]
    public void Vat_number_case(CaseRow row) => CaseRunner.Run(row);

    [PendingFact("vat-cases.json")]
    public void No_vat_number_case_is_pending() => Assert.DoesNotContain(CaseFile.Find("vat-cases.json")?.Rows ?? [], row => PendingKinds.Contains("vat-cases.json", row.Kind));
}
