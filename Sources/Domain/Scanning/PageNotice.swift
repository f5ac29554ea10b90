import Primitives

/// Something that a person at the scanner should put right, though the page was read.
package enum PageNotice: Hashable, Sendable {
    /// A line of the scanner's own, so many millimetres from the left edge of the picture.
    case streak(millimetres: Int)
    /// Of the printed marks that the page is found by, so many were seen.
    case marksMissing(found: Int, expected: Int)
    /// The frame of timing marks was not whole; the page was found by all its print.
    case foundByPrint

    /// Permanent.
    package var code: String {
        switch self {
        case .streak: "scanning.streak"
        case .marksMissing: "scanning.marks-missing"
        case .foundByPrint: "scanning.found-by-print"
        }
    }

    package var text: LocalizedText {
        switch self {
        case .streak(let millimetres):
            LocalizedText(
                "A line of the scanner runs down the picture \(millimetres) mm from its left edge. Clean the glass; targets under the line go to a person.",
                ru:
                    "Через снимок в \(millimetres) мм от левого края идёт полоса сканера. Протрите стекло; отметки под полосой смотрит человек.",
                ky:
                    "Сүрөттүн сол четинен \(millimetres) мм жерде сканердин сызыгы бар. Айнекти аарчыңыз; сызык астындагы белгилерди адам карайт."
            )
        case .marksMissing(let found, let expected):
            LocalizedText(
                "Of \(expected) printed marks, \(found) were seen. Look for folds, tears and cut edges.",
                ru:
                    "Из \(expected) напечатанных меток видно \(found). Проверьте сгибы, разрывы и обрезанные края.",
                ky:
                    "Басылган \(expected) белгиден \(found) көрүндү. Бүктөлгөн, айрылган жана кесилген четтерин караңыз."
            )
        case .foundByPrint:
            LocalizedText(
                "The timing marks round the edge are not whole; the page was found by the rest of its print.",
                ru: "Метки по краю не целы; страница найдена по остальной печати.",
                ky: "Четиндеги белгилер бүтүн эмес; бет калган басма боюнча табылды.")
        }
    }
}
