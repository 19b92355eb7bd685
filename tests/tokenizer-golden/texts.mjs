// Texts of every kind that a library of papers and a chat produce, and many that nobody should write. All are our own.
const words = [
  'Graph neural networks learn from molecules.',
  'We report a 12.5% gain (p < 0.05) over the baseline; see Fig. 3b.',
  'What is the state-of-the-art in few-shot learning?',
  'Self-attention costs O(n^2) time & memory.',
  "The authors' own code isn't released; they'll do so later.",
  'e.g., i.e., et al., vs., cf., w.r.t.',
  'BERT, RoBERTa, GPT-4o, LLaMA-3.1-70B, T5-XXL and ELECTRA',
  'ImageNet-1k top-1 accuracy: 87.3±0.2',
  'unbelievablyoverfittedhyperparametrizationstrategies',
  'antidisestablishmentarianism pneumonoultramicroscopicsilicovolcanoconiosis',
  'CRISPR/Cas9 edits in HEK293T cells at 37 °C for 24 h',
  'We train for 1,000,000 steps with lr=3e-4, β₁=0.9, β₂=0.999 and ε=1e-8.',
  'ALL CAPITALS ARE LOWERED',
  'camelCaseWords and snake_case_words and kebab-case-words',
  'COVID-19, SARS-CoV-2, IL-6, TNF-α, NF-κB',
];
const symbols = [
  'a = b + c', 'p < 0.05', 'x ≤ y ≥ z', '$5 ~ 3 × 4', 'a ^ b | c', '`code` ^ ~ | < > = + $', '≠ ≈ ≡ ∈ ∉ ⊂ ⊆ ∪ ∩ ∅', '∀x ∃y: x → y ⇔ ¬z',
  '∑ ∏ ∫ ∂ ∇ √ ∞ ∝', '± ∓ ÷ · ∘ ⊕ ⊗', '← ↑ → ↓ ↔ ⇒', '© ® ™ § ¶ † ‡ •', '… – — ― ‘ ’ “ ” „ « » ‹ ›', '€ £ ¥ ₹ ₿ ¢', '½ ¼ ¾ ² ³ ¹ ⁿ ₀ ₁ ₂',
  'ℝ ℂ ℕ ℤ ℚ ℓ ℏ Å K Ω', '°C °F µm μm Å', '№ ℃ ㎏ ㎡', '¡Hola! ¿Qué?', '!!!???...', '()[]{}<>', '@user #tag %50 &amp; *bold* _it_', "' \" `", '\\ / |',
  '★ ☆ ♥ ♠ ♪ ✓ ✗', '□ ■ ▲ ▼ ◆', '⟨ψ|φ⟩ ⌈x⌉ ⌊y⌋ ‖v‖', 'a⁄b ⅓ ⅔', '٪ ؟ ، ؛', '。、「」・', '！＂＃＄％', '˜ ˆ ˇ ´ ¨ ¯ ¸', '‰ ‱ ′ ″ ‴', '⸮ ⁇ ⁈ ‽',
];
const latex = [
  '$\\alpha$-divergence', '$O(n^2)$', '\\emph{emphasis} and \\textbf{bold}', "Poincar\\'e and Erd\\H{o}s", '$$\\sum_{i=1}^{n} x_i^2 \\leq \\|x\\|_2^2$$',
  '\\cite{vaswani2017} \\ref{fig:1}', '$\\mathcal{L}_{\\text{KL}} = \\mathbb{E}_{q}[\\log q - \\log p]$', '\\frac{1}{\\sqrt{d_k}}', '$\\mathrm{SO}(3)$-equivariant',
  '\\begin{equation} E = mc^2 \\end{equation}', '$10^{-3}$, $x_{t+1}$, $\\hat{y}$', 'the $\\ell_1$ norm', '{\\it italics} and {\\sc Small Caps}', '$\\Lambda$CDM at $z\\sim 2.5$',
  "G\\\"odel, \\'el\\`eve, na\\\"{\\i}ve, \\c{c}a", '5\\% of \\$100 \\& more\\_', '~\\\\[2pt]', '$p\\bar{p}$ at $\\sqrt{s}=7$ TeV',
];
const accents = [
  'café naïve façade résumé', 'Über Ärger Öl ß Straße STRASSE ẞ', 'Erdős Gödel Schrödinger Poincaré', 'Ångström Kårhus Ærø Øresund', 'Čapek Dvořák Škoda Žižka',
  'Łódź Gdańsk Wałęsa', 'İstanbul ISPARTA ığdır', 'São Paulo coração ñandú', 'Việt Nam Nguyễn Phở', 'Ñ ñ Ç ç Ğ ğ Ş ş', 'e\u0301 cafe\u0301 A\u030a', 'ǅ ǆ Ǆ ǉ', 'ﬁne ﬂow oﬃce',
  'ÀÁÂÃÄÅ ÈÉÊË ÌÍÎÏ ÒÓÔÕÖ ÙÚÛÜ', 'ā ă ą ć ĉ ċ č ď đ ē ĕ ė ę ě', 'o\u0308\u0304 u\u0308\u030c a\u0323\u0302', 'z\u0351\u036b\u0343\u036a\u0302a\u0320\u0348l\u031bg\u0319o\u0317', '\u0301 alone', 'ħ ŋ ŧ ð þ Ð Þ',
  'Ǖ ǘ Ǚ ǜ', 'ΐ ΰ ά έ ή ί ό ύ ώ', 'ᾳ ῃ ῳ ᾶ', 'ё й ї Ё Й', 'ậ ệ ộ ữ Ữ',
];
const scripts = [
  '深度学习在自然语言处理中的应用', '機械学習の論文を読む', 'これはペンです。', 'カタカナ ﾊﾝｶｸ がぎぐ パピプ', '한국어 논문 검색', '대한민국', 'BERT模型在GLUE上', '中文English混合text', '𠀀𠀁 rare', '豈更車', '㐀㐁 㒰',
  'مرحبا بالعالم', 'اللغة العربية', 'قِرَاءَة', 'שלום עולם', 'שָׁלוֹם', 'हिन्दी भाषा', 'कृत्रिम बुद्धि', 'ภาษาไทย', 'การเรียนรู้ของเครื่อง', 'தமிழ் மொழி', 'বাংলা ভাষা কোণ', 'తెలుగు', 'ಕನ್ನಡ ಕೊಡು', 'മലയാളം കൊണ്ട്', 'සිංහල',
  'Привет, мир! Машинное обучение', 'Київ Їжак Ґанок', 'Ελληνικά ΟΔΟΣ ΣΊΣΥΦΟΣ Σ', 'Ὀδυσσεύς ἀρχή', 'Հայերեն', 'ქართული ენა', 'አማርኛ', 'ភាសាខ្មែរ', 'မြန်မာ', 'བོད་ཡིག', 'ᠮᠣᠩᠭᠣᠯ', 'ꦗꦮ ᬅᬆ', 'Cherokee ᏣᎳᎩ', 'ᚠᚢᚦ runes', '𐍈 𐌰 gothic', '𒀀 𓀀',
];
const emoji = [
  '😀 grinning', '👍🏽 thumbs', '👨‍👩‍👧‍👦 family', '🏳️‍🌈 flag', '🇩🇪🇫🇷', '❤️ ❤', '1️⃣ #️⃣', 'paper📄bot🤖!', '🧬🔬🧪', '☀️☁️', '😀😀😀', 'a\u200db', 'zero\u200bwidth', 'soft\u00adhyphen', 'word\u2060joiner', '\ufeffbom', 'lrm\u200e rlm\u200f', '𝒜𝓑𝕏 𝐱𝟏𝟐', '𝛼 𝜷 𝝈', '🄰 🅱', '�replacement', 'private\ue000use', 'tag\u{e0041}', '\u{1f9d1}\u200d\u{1f52c}',
];
const spaces = [
  '', ' ', '   ', '\t', '\n', '\r\n', ' \t\n ', 'a\tb', 'a\nb', 'a\r\nb', 'a\u00a0b', 'a\u3000b', 'a\u2003b\u2009c\u202fd', 'a\u2028b\u2029c', 'a\u1680b\u205fc', ' leading', 'trailing ', '  two  spaces  ',
  'line one\nline two\n\nparagraph', 'col1\tcol2\tcol3', 'a\u000bb\u000cc', 'nul\u0000inside', 'bell\u0007 esc\u001b[31m', 'a\u0085b', 'c1\u0080\u009f', 'del\u007f', '\u0001\u0002\u0003', '\u0000', '\u200b', '\u001c\u001d\u001e\u001f', 'a\u180eb', 'a\u200ab',
];
const links = [
  'https://arxiv.org/abs/2111.08566v2', 'http://example.org/a?b=c&d=%20e#f', 'doi:10.1000/xyz123', '10.48550/arXiv.1706.03762', 'arXiv:hep-th/9901001', 'mail@example.org', 'www.example.org/path_(x)', 'ftp://host:21/file.tar.gz',
  '<https://example.org|a link>', '<@U012AB3CD> hi', '<#C024BE7LR|general>', 'C:\\temp\\file.txt', '/usr/local/bin', '`pip install x==1.2.3`', 'git@example.org:a/b.git', 'SELECT * FROM t WHERE a="b";', '{"key": [1, 2.5, null]}', '<b>bold</b>&nbsp;', 'x -> y => z :: w', 'a++; --b; c+=1',
];
const specials = [
  '[CLS]', '[SEP]', '[MASK]', '[PAD]', '[UNK]', 'The [MASK] sat.', '[CLS] a [SEP] b [SEP]', '[cls] [Mask]', '[MASK][MASK]', 'a[SEP]b', '[ MASK ]', '[[MASK]]', '[MASK', 'MASK]', '[unused0] [unused99]', '##ing', '##', '# #ing', '[MASKED]', 'é[MASK]é', ' [SEP] ', '[SEP]\u0301x',
];
const numbers = ['0', '3.14159', '1,234,567.89', '1e-10', '-273.15', '+49 30 1234567', '2026-11-23T17:04:07Z', '0xDEADBEEF', '1st 2nd 3rd', '10^6', '50%', 'v1.2.3-beta', '¹²³', '٠١٢٣', '①②③', 'Ⅳ ⅳ', '１２３', '1/2', '12:30', '99.99999%'];

// One text a block of 64 code points: whatever is added to a vocabulary or a table, each character is met once.
const blocks = [];
for (const [first, last] of [[0x00, 0x590], [0x900, 0xa00], [0xb80, 0xc00], [0xe00, 0xe80], [0x1e00, 0x2300], [0x2500, 0x2600], [0x3000, 0x3140], [0xf900, 0xfa00], [0xff00, 0xfff0]]) {
  for (let start = first; start < last; start += 64)
    blocks.push(Array.from({ length: 64 }, (_, i) => String.fromCodePoint(start + i)).filter((c) => !/\p{Cn}|\p{Cs}/u.test(c)).join(' '));
}

const long = [
  { text: 'a', repeat: 10000 }, { text: 'é', repeat: 10000 }, { text: 'learning', repeat: 1250 }, { text: '语', repeat: 1000 }, { text: '😀', repeat: 5000 }, { text: '=', repeat: 10000 }, { text: 'a', repeat: 99 },
  { text: 'a', repeat: 100 }, { text: 'a', repeat: 101 }, { text: '𝐱', repeat: 60 }, { text: 'é', repeat: 100 }, { text: 'e\u0301', repeat: 100 }, { text: '\u0301', repeat: 10000 }, { text: ' ', repeat: 10000 },
  { text: 'deep learning for papers, ', repeat: 400 }, { text: '[MASK]', repeat: 600 }, { text: 'ab-', repeat: 2000 }, { text: '\n\t', repeat: 3000 }, { text: 'ß', repeat: 200 }, { text: '한', repeat: 60 },
];

const pairs = words.flatMap((word, i) => [`${word} ${symbols[i % symbols.length]}`, `${latex[i % latex.length]} ${word}`, `${word}${scripts[i % scripts.length]}${emoji[i % emoji.length]}`]);

export const texts = [...[words, symbols, latex, accents, scripts, emoji, spaces, links, specials, numbers, blocks, pairs].flat().map((text) => ({ text })), ...long];
