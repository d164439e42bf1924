namespace EcomOps.Analytics.Events.Delivery;

/// <summary>What an <see cref="EventLog"/> did with an event.</summary>
public enum LogOutcome
{
    /// <summary>Kept, later than everything before.</summary>
    Added,

    /// <summary>Kept, but earlier than something that was there: its day must be computed again, see <see cref="EventLog.TakeReopened"/>.</summary>
    AddedLate,

    /// <summary>Dropped: an event of this id is there.</summary>
    Duplicate,

    /// <summary>Dropped: another event told of this order.</summary>
    OrderAlreadyTold,
}
