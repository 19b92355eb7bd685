namespace PaperBot.Charts.Maps;

/// <summary>
/// Places in a plane whose distances are as nearly as can be those of the papers: classical scaling gives the start, and majorization of the
/// weighted stress refines it (de Leeuw 1977; weights 1/distance², as Kamada and Kawai 1989, so that near papers count most).
/// </summary>
internal static class PlaneLayout
{
    private const int Rounds = 300, PowerSteps = 400;

    // Papers around one topic are all about equally far from each other; what they have in common is taken off, so that the rest shows.
    private const double CommonShare = 0.75;

    private const double LeastDistance = 0.06;

    // Two dimensions cannot show what hundreds do: groups that are apart there would lie over each other here.
    private const double WithinGroup = 0.55, BetweenGroups = 0.12;

    /// <param name="groupOf">The group of each paper: papers of one are drawn together, and groups apart.</param>
    public static IReadOnlyList<(double X, double Y)> Of(double[,] cosines, IReadOnlyList<int> groupOf)
    {
        var distances = Distances(cosines);
        for (var a = 0; a < groupOf.Count; a++)
            for (var b = 0; b < groupOf.Count; b++)
                distances[a, b] = a == b ? 0 : groupOf[a] == groupOf[b] ? distances[a, b] * WithinGroup : distances[a, b] + BetweenGroups;
        var places = Start(distances);
        for (var round = 0; round < Rounds; round++)
            for (var paper = 0; paper < places.Length; paper++)
                places[paper] = Better(places, distances, paper);
        return Upright(places);
    }

    private static double[,] Distances(double[,] cosines)
    {
        var count = cosines.GetLength(0);
        var distances = new double[count, count];
        var least = double.PositiveInfinity;
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b < count; b++)
            {
                distances[a, b] = Math.Sqrt(Math.Max(0, 2 - 2 * cosines[a, b]));
                // The copies of a paper tell nothing of how far papers are.
                if (a != b && distances[a, b] > 0.2)
                    least = Math.Min(least, distances[a, b]);
            }
        }

        var common = double.IsFinite(least) ? least * CommonShare : 0;
        for (var a = 0; a < count; a++)
            for (var b = 0; b < count; b++)
                distances[a, b] = a == b ? 0 : Math.Max(LeastDistance, distances[a, b] - common);
        return distances;
    }

    /// <summary>The two greatest principal coordinates (Torgerson 1952), by power iteration from a fixed start.</summary>
    private static (double X, double Y)[] Start(double[,] distances)
    {
        var count = distances.GetLength(0);
        var products = new double[count, count];
        var means = Enumerable.Range(0, count).Select(a => Enumerable.Range(0, count).Average(b => distances[a, b] * distances[a, b])).ToArray();
        var mean = means.Average();
        for (var a = 0; a < count; a++)
            for (var b = 0; b < count; b++)
                products[a, b] = -0.5 * (distances[a, b] * distances[a, b] - means[a] - means[b] + mean);
        var x = Axis(products);
        return [.. x.Zip(Axis(products))];
    }

    /// <summary>The greatest axis, which is taken out of the products.</summary>
    private static double[] Axis(double[,] products)
    {
        var count = products.GetLength(0);
        var axis = Enumerable.Range(0, count).Select(i => Math.Sin(i + 1.0)).ToArray();
        var length = 0.0;
        for (var step = 0; step < PowerSteps; step++)
        {
            var next = Enumerable.Range(0, count).Select(a => Enumerable.Range(0, count).Sum(b => products[a, b] * axis[b])).ToArray();
            length = Math.Sqrt(next.Sum(value => value * value));
            if (length < 1e-12)
                break;
            axis = [.. next.Select(value => value / length)];
        }

        for (var a = 0; a < count; a++)
            for (var b = 0; b < count; b++)
                products[a, b] -= length * axis[a] * axis[b];
        return [.. axis.Select(value => value * Math.Sqrt(length))];
    }

    /// <summary>Where the paper would have its distances from all others, on the average.</summary>
    private static (double X, double Y) Better((double X, double Y)[] places, double[,] distances, int paper)
    {
        var (x, y, weights) = (0.0, 0.0, 0.0);
        for (var other = 0; other < places.Length; other++)
        {
            if (other == paper)
                continue;
            var distance = distances[paper, other];
            var (dx, dy) = (places[paper].X - places[other].X, places[paper].Y - places[other].Y);
            var length = Math.Sqrt(dx * dx + dy * dy);
            // Two at one place part in a direction of their own.
            if (length < 1e-9)
                (dx, dy, length) = (Math.Cos(paper * 2.4), Math.Sin(paper * 2.4), 1);
            var weight = 1 / (distance * distance);
            x += weight * (places[other].X + dx / length * distance);
            y += weight * (places[other].Y + dy / length * distance);
            weights += weight;
        }

        return (x / weights, y / weights);
    }

    /// <summary>About the middle, the longest way from left to right, the first paper in the upper left.</summary>
    private static (double X, double Y)[] Upright((double X, double Y)[] places)
    {
        var (middleX, middleY) = (places.Average(place => place.X), places.Average(place => place.Y));
        var centred = places.Select(place => (X: place.X - middleX, Y: place.Y - middleY)).ToList();
        var (xx, yy, xy) = (centred.Sum(place => place.X * place.X), centred.Sum(place => place.Y * place.Y), centred.Sum(place => place.X * place.Y));
        var angle = 0.5 * Math.Atan2(2 * xy, xx - yy);
        var (cosine, sine) = (Math.Cos(angle), Math.Sin(angle));
        var turned = centred.Select(place => (X: place.X * cosine + place.Y * sine, Y: place.Y * cosine - place.X * sine)).ToList();
        var (flipX, flipY) = (turned[0].X > 0 ? -1 : 1, turned[0].Y < 0 ? -1 : 1);
        return [.. turned.Select(place => (place.X * flipX, place.Y * flipY))];
    }
}
