using System.Text;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Html.Internal;

namespace EcomOps.Reporting.Html;

/// <summary>Draws a <see cref="Diagram"/> as a stand-alone SVG that also reads on a dark page. Pure and thread-safe.</summary>
public static class DiagramSvg
{
    private const int BoxHeight = 46;
    private const int LayerHeight = 112;
    private const int LayerLabel = 120;
    private const int Width = 1080;

    /// <summary>The drawing: layers from top to bottom, arrows as curves with their labels.</summary>
    /// <param name="diagram">What to draw; arrows between unknown boxes are refused.</param>
    /// <returns>The SVG element.</returns>
    /// <exception cref="ArgumentException">An arrow names a box that no layer holds, or a box stands twice.</exception>
    public static string Render(Diagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        Dictionary<string, (double X, double Y, double W)> places = Place(diagram);
        int height = (diagram.Layers.Count * LayerHeight) + 10;
        var svg = new StringBuilder();
        svg.Append(Inv($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{Inline.Escape(diagram.Title)}\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\" font-size=\"13\">"));
        svg.Append("<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#5b6b7b\"/></marker></defs>");
        for (int l = 0; l < diagram.Layers.Count; l++)
        {
            svg.Append(Inv($"<rect x=\"4\" y=\"{(l * LayerHeight) + 8}\" width=\"{Width - 8}\" height=\"{LayerHeight - 34}\" rx=\"8\" fill=\"{(l % 2 == 0 ? "#eef3f8" : "#f6f8fa")}\"/><text x=\"16\" y=\"{(l * LayerHeight) + 50}\" fill=\"#41505f\" font-weight=\"600\">{Inline.Escape(diagram.Layers[l].Name)}</text>"));
        }

        foreach (DiagramArrow arrow in diagram.Arrows)
        {
            Arrow(svg, places, arrow);
        }

        foreach ((string text, (double x, double y, double w)) in places)
        {
            svg.Append(Inv($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{w:0.#}\" height=\"{BoxHeight}\" rx=\"6\" fill=\"#ffffff\" stroke=\"#0072b2\" stroke-width=\"1.5\"/><text x=\"{x + (w / 2):0.#}\" y=\"{y + 28:0.#}\" text-anchor=\"middle\" fill=\"#14202b\">{Inline.Escape(text)}</text>"));
        }

        return svg.Append("</svg>").ToString();
    }

    private static Dictionary<string, (double X, double Y, double W)> Place(Diagram diagram)
    {
        var places = new Dictionary<string, (double, double, double)>(StringComparer.Ordinal);
        for (int l = 0; l < diagram.Layers.Count; l++)
        {
            IReadOnlyList<string> boxes = diagram.Layers[l].Boxes;
            double room = (Width - LayerLabel - 40.0) / Math.Max(1, boxes.Count);
            for (int b = 0; b < boxes.Count; b++)
            {
                double width = Math.Min(room - 14, Math.Max(90, (boxes[b].Length * 8) + 20));
                double x = LayerLabel + 24 + (b * room) + ((room - width) / 2);
                if (!places.TryAdd(boxes[b], (x, (l * LayerHeight) + 24, width)))
                {
                    throw new ArgumentException($"The box '{boxes[b]}' stands twice in the diagram.", nameof(diagram));
                }
            }
        }

        return places;
    }

    private static void Arrow(StringBuilder svg, Dictionary<string, (double X, double Y, double W)> places, DiagramArrow arrow)
    {
        if (!places.TryGetValue(arrow.From, out var from) || !places.TryGetValue(arrow.To, out var to))
        {
            throw new ArgumentException($"The arrow from '{arrow.From}' to '{arrow.To}' names a box that the diagram does not hold.", nameof(arrow));
        }

        bool down = to.Y > from.Y, level = to.Y == from.Y;
        double x1 = from.X + (from.W / 2), x2 = to.X + (to.W / 2);
        double y1 = level || down ? from.Y + BoxHeight : from.Y;
        double y2 = level || !down ? to.Y + BoxHeight : to.Y;
        double bend = level ? 26 : (y2 - y1) / 2;
        svg.Append(Inv($"<path d=\"M{x1:0.#} {y1:0.#}C{x1:0.#} {y1 + bend:0.#} {x2:0.#} {(level ? y2 + bend : y2 - bend):0.#} {x2:0.#} {y2:0.#}\" fill=\"none\" stroke=\"#5b6b7b\" stroke-width=\"1.2\" marker-end=\"url(#arrow)\"/>"));
        if (arrow.Label.Length > 0)
        {
            svg.Append(Inv($"<text x=\"{(x1 + x2) / 2:0.#}\" y=\"{((y1 + y2) / 2) + (level ? 22 : 4):0.#}\" text-anchor=\"middle\" font-size=\"11\" fill=\"#41505f\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\">{Inline.Escape(arrow.Label)}</text>"));
        }
    }

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
