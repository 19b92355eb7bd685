namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>Fills one row of a feature matrix from left to right, so that a feature's number is the order it was written in.</summary>
internal ref struct FeatureRow(Span<float> values)
{
    private readonly Span<float> _values = values;

    public int Count { get; private set; }

    public void Add(double value) => _values[Count++] = (float)value;

    public void Add(bool value) => Add(value ? 1 : 0);
}
