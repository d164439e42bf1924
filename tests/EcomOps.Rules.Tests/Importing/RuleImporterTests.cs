using EcomOps.Core;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Importing;

namespace EcomOps.Rules.Tests.Importing;

public sealed class RuleImporterTests
{
    [Fact]
    public void Workflows_of_RulesEngine_become_collecting_sets()
    {
        ImportResult result = RuleImporter.FromRulesEngine("""
            [{
              "WorkflowName": "Discount",
              "GlobalParams": [{ "Name": "loyal", "Expression": "input1.loyaltyFactor >= 3" }],
              "Rules": [
                { "RuleName": "Give 10", "SuccessEvent": "10", "ErrorMessage": "no", "Expression": "input1.country == \"india\" AND input1.total > 100.5m && loyal" },
                { "RuleName": "Either", "Operator": "Or", "Enabled": false, "Rules": [
                  { "RuleName": "a", "Expression": "input1.name.StartsWith(\"A\")" },
                  { "RuleName": "b", "Expression": "!string.IsNullOrEmpty(input1.customer.email)" } ] },
                { "RuleName": "Custom", "Expression": "Utils.CheckContains(input1.country, \"india,usa\")" },
                { "RuleName": "Out", "Expression": "true", "Actions": { "OnSuccess": { "Name": "OutputExpression", "Context": { "Expression": "input1.total * 2" } } } }
              ]
            }]
            """);
        RuleSetDocument set = Assert.Single(result.Documents);
        Assert.Equal(("Discount", HitPolicyKind.Collect), (set.Id, set.HitPolicy.Kind));
        Assert.Equal("loyaltyFactor >= 3", Assert.Single(set.Variables).Expression);
        Assert.Equal(["Give-10", "Either", "Out"], set.Rules.Select(r => r.Id));
        Assert.Equal("country == \"india\" && total > 100.5 && loyal", set.Rules[0].When);
        Assert.Equal("(name.startsWith(\"A\")) || (!(!has(customer.email) || customer.email == \"\"))", set.Rules[1].When);
        Assert.Equal(RuleMode.Off, set.Rules[1].Mode);
        Assert.Equal("=total * 2", ((TextValue)set.Rules[2].Then!).Value);
        Assert.Equal(
            ["part_left_out [0].Rules[0].ErrorMessage", "rule_left_out [0].Rules[2].Expression"],
            result.Issues.Select(i => $"{i.Code} {i.Path}"));
    }

    [Fact]
    public void Trees_of_json_rules_engine_keep_their_brackets()
    {
        ImportResult result = RuleImporter.FromJsonRulesEngine("""
            [
              { "name": "fouled out", "priority": 10, "event": { "type": "fouledOut", "params": { "message": "out" } },
                "conditions": { "any": [
                  { "all": [ { "fact": "gameDuration", "operator": "equal", "value": 40 }, { "fact": "fouls", "operator": "greaterThanInclusive", "value": 5 } ] },
                  { "not": { "fact": "player", "path": "$.team.name", "operator": "in", "value": ["A", "B"] } } ] } },
              { "event": { "type": "x" }, "conditions": { "all": [ { "fact": "a", "operator": "startsWithVowel", "value": 1 } ] } }
            ]
            """);
        RuleDefinition rule = Assert.Single(result.Documents[0].Rules);
        Assert.Equal("((gameDuration == 40) && (fouls >= 5)) || (!(player.team.name in [\"A\", \"B\"]))", rule.When);
        Assert.Equal(10, rule.Priority);
        Assert.Equal("{type: fouledOut, params: {message: out}}", rule.Then!.ToString());
        Assert.Contains(result.Issues, i => i.Path == "[1].conditions.all[0].operator" && i.Severity == Severity.Error);
    }

    [Fact]
    public void Tables_of_JDM_become_rules_row_by_row()
    {
        ImportResult result = RuleImporter.FromJdm("""
            { "nodes": [
              { "type": "inputNode", "name": "in" },
              { "type": "decisionTableNode", "name": "Shipping fees", "content": { "hitPolicy": "first",
                "inputs": [ { "id": "i1", "field": "cart.weight" }, { "id": "i2", "field": "customer.country" }, { "id": "i3", "name": "free" } ],
                "outputs": [ { "id": "o1", "field": "fee" }, { "id": "o2", "field": "note" } ],
                "rules": [
                  { "_id": "1", "i1": "> 40", "i2": "'US', 'CA'", "i3": "", "o1": "30.5", "o2": "'heavy'" },
                  { "_id": "2", "i1": "[10..40)", "i2": "not in ['US']", "i3": "customer.tier == 'gold' or cart.total >= 100", "o1": "cart.weight * 2", "o2": "" },
                  { "_id": "3", "i1": "", "i2": "mystery($, 3)", "i3": "", "o1": "1", "o2": "" } ] } },
              { "type": "functionNode", "name": "js" } ] }
            """);
        RuleSetDocument set = Assert.Single(result.Documents);
        Assert.Equal(("Shipping-fees", HitPolicyKind.First), (set.Id, set.HitPolicy.Kind));
        Assert.Equal("cart.weight > 40 && customer.country in [\"US\", \"CA\"]", set.Rules[0].When);
        Assert.Equal("{fee: 30.5, note: heavy}", set.Rules[0].Then!.ToString());
        Assert.Equal("(cart.weight >= 10 && cart.weight < 40) && !(customer.country in [\"US\"]) && (customer.tier == \"gold\" || cart.total >= 100)", set.Rules[1].When);
        Assert.Equal("=cart.weight * 2", ((TextValue)((MapValue)set.Rules[1].Then!)["fee"]!).Value);
        Assert.Equal(["nodes[1].content.rules[2].i2", "nodes[2]"], result.Issues.Select(i => i.Path));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[1, {}]")]
    [InlineData("{\"nodes\": 3}")]
    public void Nonsense_is_reported(string json)
    {
        Assert.NotEmpty(RuleImporter.FromRulesEngine(json).Issues);
        Assert.NotEmpty(RuleImporter.FromJsonRulesEngine(json).Issues);
        Assert.NotEmpty(RuleImporter.FromJdm(json).Issues);
    }
}
