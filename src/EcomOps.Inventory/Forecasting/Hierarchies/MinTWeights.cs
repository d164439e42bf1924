namespace EcomOps.Inventory.Forecasting.Hierarchies;

/// <summary>Which covariance of the nodes' forecast errors the trace minimisation takes (Wickramasuriya, Athanasopoulos and Hyndman 2019, section 2.4).</summary>
public enum MinTWeights
{
    /// <summary>Every node errs alike and on its own: ordinary least squares.</summary>
    Ols,

    /// <summary>The error variance of a node is its number of bottom series. Needs no residuals.</summary>
    WlsStructural,

    /// <summary>Variance of each node's one-step residuals, without their covariance.</summary>
    WlsVariance,

    /// <summary>Covariance of the one-step residuals, shrunk towards its diagonal by the intensity of Schaefer and Strimmer (2005).</summary>
    Shrink,
}
