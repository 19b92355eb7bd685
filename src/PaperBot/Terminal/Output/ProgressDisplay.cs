using Spectre.Console;
using Spectre.Console.Rendering;

namespace PaperBot.Terminal.Output;

/// <summary>
/// Shows on standard error how far a piece of work is: drawn in place on a terminal and gone when it is done, a line every few seconds
/// elsewhere, nothing when the person wants quiet.
/// </summary>
internal sealed class ProgressDisplay(TerminalOutput output, TimeProvider time)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <param name="task">What is done: "Embedding".</param>
    /// <param name="unit">What is counted: "papers".</param>
    public Task<T> RunAsync<T>(string task, string unit, Func<IProgress<ProgressState>, Task<T>> work)
    {
        if (output.IsQuiet)
            return work(new Observer(_ => { }));
        return output.DrawsProgress ? DrawAsync(task, unit, work) : work(Lines(task, unit));
    }

    private Observer Lines(string task, string unit)
    {
        var (start, last, step) = (time.GetTimestamp(), time.GetTimestamp(), (string?)null);
        return new Observer(state =>
        {
            if (state.Step == step && time.GetElapsedTime(last) < BetweenLines)
                return;
            (last, step) = (time.GetTimestamp(), state.Step);
            var share = state.Share is { } known ? $"{(int)(known * 100)}%, " : "";
            output.Notice($"{task}: {share}{state.Describe(unit, time.GetElapsedTime(start))}");
        });
    }

    private async Task<T> DrawAsync<T>(string task, string unit, Func<IProgress<ProgressState>, Task<T>> work)
    {
        var drawing = new Progress(output.Error, time) { AutoClear = true };
        var figures = new FiguresColumn();
        drawing.Columns(new SpinnerColumn(Spinner.Known.Dots), new TaskDescriptionColumn(), new ProgressBarColumn { Width = 30 }, figures);
        return await drawing.StartAsync(async context =>
        {
            var bar = context.AddTask(Markup.Escape(task), new ProgressTaskSettings { MaxValue = 1 });
            bar.IsIndeterminate = true;
            var start = time.GetTimestamp();
            return await work(new Observer(state =>
            {
                figures.Text = state.Describe(unit, time.GetElapsedTime(start));
                bar.IsIndeterminate = state.Share is null;
                bar.Value = state.Share ?? 0;
            })).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>Unlike <see cref="Progress{T}"/> it tells at once and in order.</summary>
    private sealed class Observer(Action<ProgressState> tell) : IProgress<ProgressState>
    {
        public void Report(ProgressState value) => tell(value);
    }

    private sealed class FiguresColumn : ProgressColumn
    {
        public volatile string Text = "";

        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(PrintableText.Line(Text));
    }
}
