using System.Diagnostics;
using FsCheck;
using FsCheck.Xunit;
using PaperBot.Papers;

namespace PaperBot.Tests.Papers;

public class LatexTextTests
{
    [Theory]
    [InlineData("$O(n^2)$", "O(n²)")]
    [InlineData("$O(n\\log n)$", "O(n log n)")]
    [InlineData("$\\alpha$-stable", "α-stable")]
    [InlineData("$x_i$ and $x_{i,j}$", "xᵢ and x_(i,j)")]
    [InlineData("$10^{-3}$", "10⁻³")]
    [InlineData("$a \\leq b \\times c \\to \\infty$", "a ≤ b × c → ∞")]
    [InlineData("$\\sim$10 and $\\pm0.3$", "∼10 and ±0.3")]
    [InlineData("$\\frac{1}{2}$, $\\frac{a+b}{c}$", "1/2, (a+b)/c")]
    [InlineData("$\\sqrt{x}$ $\\sqrt{x+1}$ $\\sqrt[3]{n}$", "√x √(x+1) ³√n")]
    [InlineData("$\\sum_{i=1}^n x_i$", "∑ᵢ₌₁ⁿ xᵢ")]
    [InlineData("$\\mathbb{R}$, $\\mathbb{N}$, $\\mathcal{O}(n)$, $\\mathbf{x}$", "ℝ, ℕ, O(n), x")]
    [InlineData("${\\cal M}$ and $\\hat{\\theta}$", "M and θ\u0302")]
    [InlineData("$\\Lambda$CDM, H$\\alpha$, CO$_2$, $^{87}$Rb", "ΛCDM, Hα, CO₂, ⁸⁷Rb")]
    [InlineData("$\\{0,1\\}^n$", "{0,1}ⁿ")]
    [InlineData("$90^\\circ$ $f'$ $A^T$", "90° f′ Aᵀ")]
    [InlineData("$e^{+}e^{-}$ at $\\sqrt{s}=13$~TeV", "e⁺e⁻ at √s=13 TeV")]
    [InlineData("\\(x^2\\) and \\[y_1\\]", "x² and y₁")]
    [InlineData("$f(x) = 1 \\text{ if } x>0$", "f(x) = 1 if x>0")]
    [InlineData("$10\\,\\mu m$", "10 μm")]
    [InlineData("$x \\not\\in A$, $\\left( y \\right)$", "x ∉ A, ( y )")]
    public void Formula_IsReadable(string latex, string expected) => Assert.Equal(expected, LatexText.ToReadable(latex));

    [Theory]
    [InlineData("caf\\'e, Erd\\H{o}s, Schr\\\"odinger, na{\\\"i}ve", "café, Erdős, Schrödinger, naïve")]
    [InlineData("\\c{c}a, \\v{s}, Stra{\\ss}e, \\o re, \\aa, \\L{}ukasz, \\'{\\i}", "ça, š, Straße, øre, å, Łukasz, í")]
    [InlineData("\\c c and \\~n and \\^{e}", "ç and ñ and ê")]
    public void Accents_AreLetters(string latex, string expected) => Assert.Equal(expected, LatexText.ToReadable(latex));

    [Theory]
    [InlineData("\\emph{very} \\textbf{bold} {\\it slanted} {\\em so}", "very bold slanted so")]
    [InlineData("\\url{https://a.example/c_d~e}", "https://a.example/c_d~e")]
    [InlineData("\\href{https://a.example}{the site}", "the site (https://a.example)")]
    [InlineData("{\\footnotesizeblue{https://a.example/x_y}}.", "https://a.example/x_y.")]
    [InlineData("https://a.example/~me/x_y--z is at https://b.example/\\_u.", "https://a.example/~me/x_y--z is at https://b.example/_u.")]
    [InlineData("Fig.~1, pages 1--10, a -- b, so---there", "Fig. 1, pages 1–10, a – b, so—there")]
    [InlineData("``quoted'' and `single' and it's", "“quoted” and ‘single’ and it's")]
    [InlineData("5\\% \\& \\$3 \\_ \\#", "5% & $3 _ #")]
    [InlineData("as shown~\\cite{doe}. And \\citep[see][]{roe} more", "as shown. And more")]
    [InlineData("\\tool beats \\textsc{Others}", "tool beats Others")]
    [InlineData("{B}ayes, {BERT} and {Neural Networks}", "Bayes, BERT and Neural Networks")]
    [InlineData("H\\textsubscript{2}O and m\\textsuperscript{2}", "H₂O and m²")]
    [InlineData("Changes\\dag", "Changes†")]
    public void Markup_IsReadable(string latex, string expected) => Assert.Equal(expected, LatexText.ToReadable(latex));

    [Theory]
    [InlineData("from $100 and $200 to $300")]
    [InlineData("between $5-$10 a day")]
    [InlineData("costs $3.")]
    [InlineData("file_name and x^2 and {0, 1} and {\"a\": 1}")]
    [InlineData("~10 papers, ~/home, run --help")]
    [InlineData("a lone { or } stays")]
    [InlineData("set $name or $other in the shell")]
    public void TextWithoutLatex_StaysAsItIs(string text) => Assert.Equal(text, LatexText.ToReadable(text));

    [Fact]
    public void PlainText_IsTheSameString()
    {
        const string Text = "Plain words with under_scores, caret^s, 'quotes' and a-b.";
        Assert.Same(Text, LatexText.ToReadable(Text));
    }

    [Property]
    public bool AnyText_NeverThrows(NonNull<string> text) => LatexText.ToReadable(text.Get) is not null;

    [Property(MaxTest = 500)]
    public bool PiecesOfLatex_NeverThrow(NonEmptyArray<byte> picks)
    {
        string[] pieces = ["\\", "{", "}", "$", "$$", "^", "_", "~", "``", "''", "`", "\\frac", "\\sqrt[", "]", "\\'", "\\\"", "e", "\\c", " ", "\\cite", "\\begin{x}", "\\(", "\\)", "\\[", "\\hat", "\\not", "\\text{", "\\mathbb", "1", "\\left.", "\\href{a}", "--", "\ud83d", "\\binom", "\\textcolor{r}", "\\i"];
        return LatexText.ToReadable(string.Concat(picks.Get.Select(pick => pieces[pick % pieces.Length]))) is not null;
    }

    [Theory]
    [InlineData("{")]
    [InlineData("$")]
    [InlineData("$x_{")]
    [InlineData("\\frac{")]
    [InlineData("\\sqrt[")]
    [InlineData("\\(")]
    [InlineData("`a")]
    [InlineData("^{")]
    [InlineData("{{}}")]
    [InlineData("\\a{}")]
    public void LongRepetition_TakesLinearTime(string piece)
    {
        // Quadratic reading of 400,000 characters would take minutes; the bound is wide for slow machines.
        var text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        LatexText.ToReadable(text);
        LatexText.ToReadable($"${text}$");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
