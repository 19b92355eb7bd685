using PaperBot.Slack;

namespace PaperBot.Bot.Commands;

internal static class CommandsRegistration
{
    // Whatever name the app's manifest gives the command: it has this one.
    public static SlackBuilder AddCommands(this SlackBuilder slack) => slack.RegisterSlashCommandHandler<PapersCommand>();
}
