namespace EcomOps.Analytics.Internal;

// A function to be made small: gives its value and writes its gradient.
internal delegate double Objective(ReadOnlySpan<double> at, Span<double> gradient);
