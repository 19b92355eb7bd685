using PaperBot.Papers;
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

    public Task<T> RunAsync<T>(Func<IProgress<ProgressState>, Task<T>> work)
    {
        if (output.IsQuiet)
            return work(new Observer(_ => { }));
        return output.DrawsProgress ? DrawAsync(work) : work(new Observer(Lines()));
    }

    private Action<ProgressState> Lines()
    {
        var (task, start, last) = ("", 0L, 0L);
        return state =>
        {
            var now = time.GetTimestamp();
            if (state.Task != task)
                (task, start, last) = (state.Task, now, now);
            else if (time.GetElapsedTime(last, now) < BetweenLines)
                return;
            last = now;
            var share = state.Share is { } known ? $"{(int)(known * 100)}%" : "";
            var figures = string.Join(", ", ((string[])[share, state.Figures(time.GetElapsedTime(start, now))]).Where(part => part.Length > 0));
            // What has just begun is told when it takes long enough to wonder about.
            if (figures.Length == 0 || start != now)
                output.Notice(figures.Length == 0 ? $"{task}…" : $"{task}: {figures}");
        };
    }

    private async Task<T> DrawAsync<T>(Func<IProgress<ProgressState>, Task<T>> work)
    {
        var figures = new FiguresColumn();
        var drawing = new Progress(output.Error, time) { AutoClear = true }
            .Columns(new SpinnerColumn(Spinner.Known.Dots), new TaskDescriptionColumn(), new ProgressBarColumn { Width = 30 }, figures);
        return await drawing.StartAsync(async context =>
        {
            var bar = context.AddTask("Starting", new ProgressTaskSettings { MaxValue = 1 });
            bar.IsIndeterminate = true;
            var (task, start) = ("", 0L);
            return await work(new Observer(state =>
            {
                if (state.Task != task)
                    (task, start) = (state.Task, time.GetTimestamp());
                bar.Description = Markup.Escape(PrintableText.Line(task));
                bar.IsIndeterminate = state.Share is null;
                bar.Value = state.Share ?? 0;
                figures.Text = state.Figures(time.GetElapsedTime(start));
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
