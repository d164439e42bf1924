using EcomOps.Inventory.Reservations;

namespace EcomOps.Inventory.Ledger.Internal;

// What an id stands for: the entry that answered the request under it, and the claim of that name.
internal record struct Remembered(Entry? Answer, StockClaim? Claim);
