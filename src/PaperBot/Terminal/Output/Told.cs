namespace PaperBot.Terminal.Output;

/// <summary>Passes the progress of a room on in the words of the display.</summary>
internal sealed class Told<T>(IProgress<ProgressState> display, Func<T, ProgressState> translate) : IProgress<T>
{
    public void Report(T value) => display.Report(translate(value));
}
