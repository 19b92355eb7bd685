using System.Text.RegularExpressions;

namespace PaperBot.Answering.Conversations;

/// <summary>Messages that are nothing but courtesy, or a call for help.</summary>
internal static partial class SmallTalkWords
{
    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <returns>Null when the message says more.</returns>
    public static SmallTalkKind? Read(string text) => text switch
    {
        _ when Help().IsMatch(text) => SmallTalkKind.Help,
        _ when Thanks().IsMatch(text) => SmallTalkKind.Thanks,
        _ when Complaint().IsMatch(text) => SmallTalkKind.Complaint,
        _ when Hello().IsMatch(text) => SmallTalkKind.Hello,
        _ => null,
    };

    [GeneratedRegex(@"^\W*(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day))(?: there| again| all| everyone| team| (?:paper)?bot)?\W*$", Relaxed)]
    private static partial Regex Hello();

    [GeneratedRegex(
        @"^\W*(?:(?:ok(?:ay)?|oh|ah|great|perfect|nice|cool|awesome|wow|good|super|excellent|that helps?|very helpful|good to know|got it|makes sense)\W+)*"
        + @"(?:(?:many )?thanks?(?: (?:you|a lot|a bunch|so much|very much|again|all|(?:paper)?bot|for (?:that|this|the help)))*|thx|ty|cheers|much appreciated|great|perfect|nice|cool|awesome|excellent|wow|super|(?:well|nicely) done"
        + @"|good (?:bot|job|answer|to know)|nice (?:one|work)|(?:that )?makes sense|(?:very )?helpful|got it|ok(?:ay)?)\W*$|^\s*(?:👍|🙏|❤️|🎉|:\+1:|:pray:|\+1)+\s*$",
        Relaxed)]
    private static partial Regex Thanks();

    [GeneratedRegex(
        @"^\W*(?:(?:no|nope|wrong|incorrect|not helpful|not (?:what i (?:asked|meant|wanted)(?: for)?)|(?:no\W+)?(?:that|this|it|your answer|the answer)(?:['’]s| is| was) (?:wrong|incorrect|false|nonsense|not (?:right|correct|true|helpful|it|what i (?:asked|meant|wanted)(?: for)?))|(?:no\W+)?you(?:['’]re| are) wrong))\W*$",
        Relaxed)]
    private static partial Regex Complaint();

    [GeneratedRegex(@"^\W*(?:help|help me|(?:please )?help(?: please)?|what (?:can|do) you do|what can i (?:ask|do)(?: you)?|how (?:do|can) (?:i|we) use (?:you|this|it)|how do you work|who are you|what are you|commands|usage)\W*$", Relaxed)]
    private static partial Regex Help();
}
