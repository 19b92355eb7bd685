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
        var taste = Taste.Learn([Lesson(East, isLiked: true), Lesson(North, isLiked: false)])!;

        Assert.True(taste.Of(East, []).Value > 0.3f);
        Assert.True(taste.Of(North, []).Value < -0.3f);
        Assert.True(taste.Of(West, []).Value < taste.Of(East, []).Value);
    }

    [Fact]
    public void Learn_HalfAVerdict_TeachesLess() => Assert.True(
        Taste.Learn([Lesson(East, isLiked: true)])!.Of(East, []).Value > Taste.Learn([Lesson(East, isLiked: true, 0.5f)])!.Of(East, []).Value);

    [Property(MaxTest = 50)]
    public bool Learn_AnyLessons_StaysWithinItsBounds(int seed)
    {
        var chance = new Random(seed);
        var lessons = Enumerable.Range(0, chance.Next(1, 60)).Select(_ =>
        {
            var feature = Enumerable.Range(0, 16).Select(_ => (float)chance.NextDouble() - 0.5f).ToArray();
            return Lesson(feature, chance.Next(2) == 0, chance.Next(1, 4));
        }).ToList();
        var taste = Taste.Learn(lessons)!;
        return lessons.All(lesson => Math.Abs(taste.Of(lesson.Traits.Embedding, []).Value) <= Liking.Most);
    }

    [Fact]
    public void Learn_LikedOfACategory_LiftsOthersOfItForTheirFiling()
    {
        FiledUnder[] here = [new FiledUnder("cs.IR", 1)], there = [new FiledUnder("cs.DB", 1)];
        var taste = Taste.Learn([new Lesson(new Traits(East, here), IsLiked: true, 1), new Lesson(new Traits(East, there), IsLiked: false, 1)])!;

        var (one, other) = (taste.Of([], here), taste.Of([], there));
        Assert.True(one.Filing > 0.3f);
        Assert.True(other.Filing < -0.3f);
        Assert.Equal(0, one.Closeness);
        Assert.Equal(0, taste.Of([], [new FiledUnder("math.CO", 1)]).Filing);
    }

    private static Traits Traits(float[] embedding) => new(embedding, []);

    private static Lesson Lesson(float[] embedding, bool isLiked, float weight = 1) => new(Traits(embedding), isLiked, weight);
}
