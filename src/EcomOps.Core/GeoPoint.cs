using System.Globalization;

namespace EcomOps.Core;

/// <summary>A place on Earth.</summary>
/// <remarks>Latitude and longitude in decimal degrees, WGS 84. Equal by value. <c>default</c> is 0, 0. Immutable and thread-safe.</remarks>
public readonly record struct GeoPoint
{
    /// <summary>Mean Earth radius R1 in kilometres (IUGG: (2a + b) / 3 of WGS 84).</summary>
    public const double MeanEarthRadius = 6371.0088;

    /// <summary>Creates a point.</summary>
    /// <param name="latitude">Degrees, -90 to 90 inclusive; north is positive.</param>
    /// <param name="longitude">Degrees, -180 to 180 inclusive; east is positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is outside its range or not a number.</exception>
    public GeoPoint(double latitude, double longitude)
    {
        if (!(Math.Abs(latitude) <= 90))
        {
            throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "Latitude must be from -90 to 90 degrees.");
        }

        if (!(Math.Abs(longitude) <= 180))
        {
            throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "Longitude must be from -180 to 180 degrees.");
        }

        Latitude = latitude;
        Longitude = longitude;
    }

    /// <summary>Degrees north of the equator.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east of Greenwich.</summary>
    public double Longitude { get; }

    /// <summary>Great-circle distance on a sphere of radius <see cref="MeanEarthRadius"/>.</summary>
    /// <param name="other">The other place.</param>
    /// <returns>Kilometres; within about 0.5 % of the distance on the ellipsoid.</returns>
    /// <remarks>Haversine formula, stable for small distances: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984).</remarks>
    public double KilometresTo(GeoPoint other)
    {
        double phi1 = double.DegreesToRadians(Latitude);
        double phi2 = double.DegreesToRadians(other.Latitude);
        double sinPhi = Math.Sin((phi2 - phi1) / 2);
        double sinLambda = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        double h = (sinPhi * sinPhi) + (Math.Cos(phi1) * Math.Cos(phi2) * sinLambda * sinLambda);
        return 2 * MeanEarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, h)));
    }

    /// <summary>Latitude, longitude with five digits (about a metre).</summary>
    /// <returns>For example <c>52.37403, 4.88969</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.00000}, {Longitude:0.00000}");
}
