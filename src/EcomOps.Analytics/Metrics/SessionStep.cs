namespace EcomOps.Analytics.Metrics;

/// <summary>How far a session went.</summary>
public enum SessionStep
{
    /// <summary>Visited.</summary>
    Visit,

    /// <summary>Saw a product.</summary>
    View,

    /// <summary>Put a product into the cart.</summary>
    Cart,

    /// <summary>Began the checkout.</summary>
    Checkout,

    /// <summary>Chose a shipping option.</summary>
    Shipping,

    /// <summary>Gave payment details.</summary>
    Payment,

    /// <summary>Ordered.</summary>
    Order,
}
