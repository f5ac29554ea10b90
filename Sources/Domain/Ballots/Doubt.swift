import Primitives

/// Why a person must look at a target. The raw value is the permanent code of the reason.
package enum Doubt: String, Codable, Sendable, CaseIterable {
    /// More ink than the policy ignores, less than it counts.
    case ink = "scanning.partial-mark"
    /// Black beyond the target as no pen leaves it: a tear, a cover, the scanner's bed.
    case torn = "scanning.torn-or-covered"
    /// Grey without a stroke: rubbed out, smeared or shadowed.
    case smeared = "scanning.smeared"
    /// The printed target itself cannot be seen.
    case hidden = "scanning.target-not-seen"
    /// A line runs round the target and leaves it empty.
    case circled = "scanning.ring-round-target"
    /// A name is written, its target is empty.
    case named = "scanning.name-without-mark"
    /// A voter's ink lies just beside the target, which is empty.
    case nearMiss = "scanning.mark-beside-target"
    /// The two readers do not say the same.
    case readersDiffer = "scanning.readers-differ"
    /// A straight line of the scanner's own runs through the target.
    case streak = "scanning.streak-through-target"
    /// A mark, but not the one that the law prescribes.
    case otherMark = "scanning.not-the-prescribed-mark"

    /// The reason in a sentence that a poll worker can act on.
    package var text: LocalizedText {
        switch self {
        case .ink:
            LocalizedText(
                "There is some ink in the target, less than the rule counts as a mark.",
                ru:
                    "В месте для отметки есть немного чернил, меньше, чем правило считает отметкой.",
                ky: "Белги коюлуучу жерде бир аз сыя бар, эреже белги деп эсептегенден аз.")
        case .torn:
            LocalizedText(
                "The place is black beyond what a pen leaves: torn, folded or covered paper.",
                ru: "Место чернее, чем после ручки: бумага порвана, согнута или закрыта.",
                ky: "Бул жер калем калтыргандан кара: кагаз айрылган, бүктөлгөн же жабылган.")
        case .smeared:
            LocalizedText(
                "The target is smeared or rubbed out.",
                ru: "Отметка размазана или стёрта.",
                ky: "Белги булганган же өчүрүлгөн.")
        case .hidden:
            LocalizedText(
                "The printed target cannot be made out here.",
                ru: "Напечатанное место для отметки здесь не видно.",
                ky: "Басылган белги коюлуучу жер бул жерде көрүнбөйт.")
        case .circled:
            LocalizedText(
                "A line runs round the target, which is empty itself.",
                ru: "Место для отметки обведено, а само пусто.",
                ky: "Белги коюлуучу жер тегеректелген, ичи бош.")
        case .named:
            LocalizedText(
                "A name is written beside a target that is empty.",
                ru: "Имя вписано, а место для отметки рядом пусто.",
                ky: "Ысым жазылган, жанындагы белги коюлуучу жер бош.")
        case .nearMiss:
            LocalizedText(
                "There is ink just beside the target, and none or little in it.",
                ru: "Чернила рядом с местом для отметки, а в нём самом их нет или мало.",
                ky: "Сыя белги коюлуучу жердин жанында, ичинде жок же аз.")
        case .readersDiffer:
            LocalizedText(
                "The two readers of the machine do not agree on this target.",
                ru: "Два способа чтения машины расходятся в этом месте.",
                ky: "Машинанын эки окуу ыкмасы бул жерде дал келбейт.")
        case .streak:
            LocalizedText(
                "A straight line of the scanner itself runs through the target; clean the glass.",
                ru: "Через место для отметки идёт полоса самого сканера; протрите стекло.",
                ky: "Белги коюлуучу жерден сканердин өз сызыгы өтөт; айнегин аарчыңыз.")
        case .otherMark:
            LocalizedText(
                "There is a mark, but not the one that the rule prescribes.",
                ru: "Отметка есть, но не та, которую предписывает правило.",
                ky: "Белги бар, бирок эреже белгилеген белги эмес.")
        }
    }

    package var sentence: String { text.en }
}
