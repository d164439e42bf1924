namespace EcomOps.Routing.Sourcing;

/// <summary>What solving a sourcing problem gave: a <see cref="SourcingPlan"/> or a <see cref="SourcingInfeasible"/>.</summary>
public abstract record SourcingOutcome
{
    private protected SourcingOutcome()
    {
    }
}
