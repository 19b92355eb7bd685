using System.Collections.Frozen;

namespace PaperBot.Papers;

/// <summary>What LaTeX commands without an argument look like in Unicode.</summary>
internal static class LatexSymbols
{
    // Name and text in turn. Ordinary symbols stand close to their neighbours.
    private const string Ordinary =
        "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν " +
        "xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω " +
        "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω " +
        "infty ∞ partial ∂ nabla ∇ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ wp ℘ emptyset ∅ varnothing ∅ prime ′ degree ° circ ° forall ∀ exists ∃ nexists ∄ neg ¬ " +
        "lnot ¬ angle ∠ top ⊤ bot ⊥ sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ sqrt √ surd √ " +
        "langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lbrace { rbrace } lbrack [ rbrack ] vert | Vert ‖ lvert | rvert | lVert ‖ rVert ‖ " +
        "ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ textellipsis … star ⋆ bullet • square □ Box □ blacksquare ■ triangle △ " +
        "diamond ⋄ Diamond ◇ checkmark ✓ cmark ✓ xmark ✗ sharp ♯ flat ♭ natural ♮ spadesuit ♠ heartsuit ♥ diamondsuit ♦ clubsuit ♣ odot ⊙ " +
        "dag † dagger † ddag ‡ ddagger ‡ S § P ¶ copyright © pounds £ euro € texteuro € yen ¥ textregistered ® texttrademark ™ textdegree ° " +
        "textmu μ micro µ textohm Ω imath ı jmath ȷ eth ð slash / colon : lbracket [ rbracket ] " +
        "textasciitilde ~ textasciicircum ^ textunderscore _ textbackslash \\ textbar | textless < textgreater > textquotesingle ' " +
        "textendash – textemdash — textquotedblleft “ textquotedblright ” textquoteleft ‘ textquoteright ’ guillemotleft « guillemotright » " +
        "textbullet • textperiodcentered · textsection § textparagraph ¶ textdagger † textcopyright © lq ‘ rq ’ backslash \\ " +
        "LaTeX LaTeX TeX TeX BibTeX BibTeX ie i.e. eg e.g. etal et␣al. Angstrom Å angstrom Å";

    // Relations and operators keep the space that was typed behind them.
    private const string Operators =
        "leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ lt < gt > ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ asymp ≍ doteq ≐ " +
        "lesssim ≲ gtrsim ≳ lessgtr ≶ lessapprox ⪅ gtrapprox ⪆ prec ≺ succ ≻ preceq ⪯ succeq ⪰ triangleq ≜ coloneqq ≔ approxeq ≊ nsim ≁ " +
        "times × cdot · div ÷ pm ± mp ∓ ast ∗ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪ sqcup ⊔ sqcap ⊓ " +
        "in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ nsubseteq ⊈ sqsubseteq ⊑ parallel ∥ perp ⟂ mid ∣ nmid ∤ models ⊨ vdash ⊢ " +
        "to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵ leftrightarrow ↔ longleftrightarrow ⟷ Rightarrow ⇒ Leftarrow ⇐ implies ⇒ " +
        "Leftrightarrow ⇔ Longrightarrow ⟹ Longleftrightarrow ⟺ iff ⇔ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ uparrow ↑ downarrow ↓ " +
        "updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ leftharpoonup ↼ rightleftharpoons ⇌ " +
        "leadsto ⇝ rightsquigarrow ⇝ xrightarrow → xleftarrow ← therefore ∴ because ∵ bowtie ⋈ ltimes ⋉ rtimes ⋊ amalg ⨿ uplus ⊎ wr ≀";

    // Functions are words; they stand off from the letters around them.
    private const string Functions =
        "log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan min max inf sup lim liminf limsup arg argmin argmax det dim " +
        "ker deg gcd hom Pr mod bmod tr Tr rank diag sgn sign poly polylog";

    // Letters of the text alphabets, which swallow the space that ends their name.
    private const string Letters = "ss ß SS SS o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ";

    public static FrozenDictionary<string, string> OrdinaryByName { get; } = Table(Ordinary);

    public static FrozenDictionary<string, string> OperatorsByName { get; } = Table(Operators);

    public static FrozenSet<string> FunctionNames { get; } = Functions.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static FrozenDictionary<string, string> LettersByName { get; } = Table(Letters);

    /// <summary>Marks that a command puts on the letter behind it: <c>\'e</c>, <c>\hat{x}</c>.</summary>
    public static FrozenDictionary<string, char> Accents { get; } = AccentRows()
        .SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Mark)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Commands that show nothing: they choose a font, a size or a place. A group behind them is shown.</summary>
    public static FrozenSet<string> Silent { get; } = (
        "it em bf rm tt sc sl sf cal bm boldmath unboldmath displaystyle textstyle scriptstyle scriptscriptstyle tiny scriptsize footnotesize small " +
        "normalsize large Large LARGE huge Huge left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr limits nolimits " +
        "noindent centering par newline linebreak nolinebreak protect xspace relax nonumber mathstrut strut itshape bfseries ttfamily rmfamily " +
        "sffamily scshape upshape mdseries normalfont selectfont unskip ignorespaces allowbreak nobreak leavevmode maketitle sloppy")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Commands that show nothing, and whose argument shows nothing either.</summary>
    public static FrozenSet<string> Dropped { get; } = (
        "cite citep citet citealp citealt citeauthor citeyear citeyearpar parencite textcite autocite nocite label vspace hspace phantom hphantom vphantom " +
        "ref eqref autoref cref Cref pageref includegraphics begin end color thanks index bibliography bibliographystyle usepackage footnotemark tag setlength")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static (string Names, char Mark)[] AccentRows() =>
    [
        ("` grave", '\u0300'), ("' acute", '\u0301'), ("^ hat widehat", '\u0302'), ("~ tilde widetilde", '\u0303'), ("= bar overline", '\u0304'),
        ("u breve", '\u0306'), (". dot", '\u0307'), ("\" ddot", '\u0308'), ("r mathring", '\u030A'), ("H", '\u030B'), ("v check", '\u030C'),
        ("d", '\u0323'), ("c", '\u0327'), ("k", '\u0328'), ("b", '\u0331'), ("vec", '\u20D7'),
    ];

    private static FrozenDictionary<string, string> Table(string rows) => rows.Split(' ').Chunk(2)
        .ToFrozenDictionary(row => row[0], row => row[1].Replace('␣', ' '), StringComparer.Ordinal);
}
