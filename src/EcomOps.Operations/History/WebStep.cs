namespace EcomOps.Operations.History;

/// <summary>How far a visit went; each step includes the ones before.</summary>
public enum WebStep
{
    /// <summary>The shop was visited.</summary>
    Visit,

    /// <summary>A product page was viewed.</summary>
    ViewItem,

    /// <summary>Something was put into the cart.</summary>
    AddToCart,

    /// <summary>The checkout was begun.</summary>
    BeginCheckout,

    /// <summary>A shipping option was chosen.</summary>
    AddShippingInfo,

    /// <summary>Payment data were given.</summary>
    AddPaymentInfo,

    /// <summary>An order was placed.</summary>
    Purchase,
}
