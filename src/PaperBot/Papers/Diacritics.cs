using System.Collections.Frozen;
using System.Globalization;

namespace PaperBot.Papers;

/// <summary>
/// Puts accents on letters and takes them off. PaperBot runs with invariant globalization, where
/// <see cref="string.Normalize()"/> leaves text as it is, so the canonical pairs are here.
/// </summary>
internal static class Diacritics
{
    // Combining mark, then pairs of base letter and composed letter: canonical decompositions of UnicodeData.txt, Unicode 15.
    private static readonly (char Mark, string Pairs)[] Table =
    [
        ('\u0300', "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹЕЀИЍеѐиѝĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"), // grave accent
        ('\u0301', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿΑΆΕΈΗΉΙΊΟΌΥΎΩΏϊΐαάεέηήιίϋΰοόυύωώГЃКЌгѓкќÇḈçḉĒḖēḗÏḮïḯ" +
         "KḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ"), // acute accent
        ('\u0302', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"), // circumflex accent
        ('\u0303', "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"), // tilde
        ('\u0308', "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸΙΪΥΫιϊυϋЕЁІЇеёіїHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"), // diaeresis
        ('\u030A', "AÅaåUŮuůwẘyẙ"), // ring above
        ('\u0327', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"), // cedilla
        ('\u0304', "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳGḠgḡḶḸḷḹṚṜṛṝ"), // macron
        ('\u0306', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭУЎИЙийуўȨḜȩḝẠẶạặ"), // breve
        ('\u0328', "AĄaąEĘeęIĮiįUŲuųOǪoǫ"), // ogonek
        ('\u0307', "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"), // dot above
        ('\u030C', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"), // caron
        ('\u030B', "OŐoőUŰuű"), // double acute accent
        ('\u031B', "OƠoơUƯuư"), // horn
        ('\u030F', "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ"), // double grave accent
        ('\u0311', "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"), // inverted breve
        ('\u0326', "SȘsșTȚtț"), // comma below
        ('\u0325', "AḀaḁ"), // ring below
        ('\u0323', "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"), // dot below
        ('\u0331', "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"), // macron below
        ('\u032D', "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"), // circumflex accent below
        ('\u0330', "EḚeḛIḬiḭUṴuṵ"), // tilde below
        ('\u032E', "HḪhḫ"), // breve below
        ('\u0324', "UṲuṳ"), // diaeresis below
        ('\u0309', "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"), // hook above
    ];

    // Letters that Unicode does not decompose, with the spelling that people type without a fitting keyboard.
    private const string Spelled = "ß ss æ ae Æ AE œ oe Œ OE ø o Ø O đ d Đ D ð d Ð D þ th Þ Th ł l Ł L ı i ȷ j ħ h Ħ H ŋ n Ŋ N ﬁ fi ﬂ fl ﬀ ff ﬃ ffi ﬄ ffl";

    private static readonly FrozenDictionary<(char Mark, char Base), char> Composed = Table
        .SelectMany(row => row.Pairs.Chunk(2).Select(pair => KeyValuePair.Create((row.Mark, pair[0]), pair[1])))
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> Bases = Table
        .SelectMany(row => row.Pairs.Chunk(2).Select(pair => KeyValuePair.Create(pair[1], pair[0])))
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string> Spellings = Spelled.Split(' ').Chunk(2)
        .ToFrozenDictionary(pair => pair[0][0], pair => pair[1]);

    /// <summary>The letter with the mark on it; the mark stays a character of its own where Unicode has no such letter.</summary>
    public static string Compose(char letter, char mark) =>
        Composed.TryGetValue((mark, letter), out var composed) ? composed.ToString() : $"{letter}{mark}";

    /// <summary>The letter bare: <c>é</c> gives <c>e</c>, <c>ß</c> gives <c>ss</c>, a combining mark gives nothing.</summary>
    public static string Strip(char letter)
    {
        if (letter < '\u0080')
            return letter.ToString();
        if (Spellings.TryGetValue(letter, out var spelling))
            return spelling;
        while (Bases.TryGetValue(letter, out var bare))
            letter = bare;
        return CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark ? "" : letter.ToString();
    }
}
