using FsCheck.Xunit;
using PaperBot.Digests.Ranking;

namespace PaperBot.Tests.Digests.Ranking;

public sealed class TasteTests
{
    private static readonly float[] East = [1, 0], North = [0, 1], West = [-1, 0];

    [Fact]
    public void Learn_NoLessons_IsNoTaste() => Assert.Null(Taste.Learn([]));

    [Fact]
    public void Learn_LikedAndDisliked_LiftsWhatIsLikeTheOneAndLowersTheOther()
    {
        var taste = Taste.Learn([new Lesson(East, IsLiked: true, 1), new Lesson(North, IsLiked: false, 1)])!;

        Assert.True(taste.Of(East) > 0.3f);
        Assert.True(taste.Of(North) < -0.3f);
        Assert.True(taste.Of(West) < taste.Of(East));
    }

    [Fact]
    public void Learn_HalfAVerdict_TeachesLess() => Assert.True(
        Taste.Learn([new Lesson(East, IsLiked: true, 1)])!.Of(East) > Taste.Learn([new Lesson(East, IsLiked: true, 0.5f)])!.Of(East));

    [Property(MaxTest = 50)]
    public bool Learn_AnyLessons_StaysWithinItsBounds(int seed)
    {
        var chance = new Random(seed);
        var lessons = Enumerable.Range(0, chance.Next(1, 60)).Select(_ =>
        {
            var feature = Enumerable.Range(0, 16).Select(_ => (float)chance.NextDouble() - 0.5f).ToArray();
            return new Lesson(feature, chance.Next(2) == 0, chance.Next(1, 4));
        }).ToList();
        var taste = Taste.Learn(lessons)!;
        return lessons.All(lesson => Math.Abs(taste.Of(lesson.Feature)) <= Taste.Most);
    }
}
