import Ballots
import Primitives

/// Why no layout could be made of blank pages.
package enum BlankProblem: ToldInThreeLanguages, Hashable {
    case unknownContest(String)
    case otherCount(found: Int, wanted: Int)
    case contestCut(pages: Int)
    case otherPaper(width: Int, height: Int)
    case noCode(BallotLayout.CodeKind)

    package var code: String {
        switch self {
        case .unknownContest: "layouts.unknown-contest"
        case .otherCount: "layouts.other-number-of-targets"
        case .contestCut: "layouts.contest-cut"
        case .otherPaper: "layouts.unknown-paper"
        case .noCode: "layouts.no-code"
        }
    }

    package var text: LocalizedText {
        switch self {
        case .unknownContest(let id):
            LocalizedText(
                "The definition has no contest \(id).",
                ru: "В описании выборов нет голосования \(id).",
                ky: "Шайлоонун сыпаттамасында \(id) добуш берүүсү жок.")
        case .otherCount(let found, let wanted):
            LocalizedText(
                "The contests have \(wanted) options; of no size are there as many targets on the pages, the nearest is \(found).",
                ru:
                    "В голосованиях \(wanted) вариантов, а мест для отметок одного размера столько нет; ближе всего \(found).",
                ky:
                    "Добуш берүүлөрдө \(wanted) вариант бар, бирок бирдей өлчөмдөгү белги орду мынча эмес; эң жакыны \(found)."
            )
        case .contestCut(let pages):
            LocalizedText(
                "In no order of the \(pages) pages does each begin with a whole contest.",
                ru:
                    "Ни в каком порядке страниц (их \(pages)) каждая не начинается с целого голосования.",
                ky:
                    "Беттердин (\(pages)) эч бир тартибинде ар бири бүтүн добуш берүүдөн башталбайт."
            )
        case .otherPaper(let width, let height):
            LocalizedText(
                "A picture of \(width) by \(height) pixels is no whole A4, letter or legal paper.",
                ru:
                    "Снимок \(width) на \(height) точек не похож на целый лист A4, letter или legal.",
                ky:
                    "\(width)ге \(height) чекиттүү сүрөт A4, letter же legal бүтүн барагына окшобойт."
            )
        case .noCode(let kind):
            LocalizedText(
                "On none of the pages is there a \(kind.name) that can be read to its corners.",
                ru: "Ни на одной странице нет \(kind.name), который читается до самых углов.",
                ky: "Бир да бетте бурчтарына чейин окула турган \(kind.name) жок.")
        }
    }

    package var advice: LocalizedText {
        switch self {
        case .unknownContest:
            LocalizedText(
                "Name contests as definition.json does.",
                ru: "Называйте голосования так, как в definition.json.",
                ky: "Добуш берүүлөрдү definition.json файлындагыдай атаңыз.")
        case .contestCut:
            LocalizedText(
                "Name the contests in the order in which they stand on the pages, with --contests.",
                ru:
                    "Перечислите голосования в том порядке, в каком они стоят на страницах: --contests.",
                ky: "Добуш берүүлөрдү беттерде турган тартипте атаңыз: --contests.")
        case .otherCount:
            LocalizedText(
                "Check that all pages of the paper are given, unmarked, and name the contests that are on them with --contests.",
                ru:
                    "Проверьте, что даны все страницы бюллетеня без отметок, и назовите голосования на них: --contests.",
                ky:
                    "Бюллетендин бардык беттери белгисиз берилгенин текшериңиз жана алардагы добуш берүүлөрдү атаңыз: --contests."
            )
        case .otherPaper:
            LocalizedText(
                "Give the paper's size in millimetres with --paper WIDTHxHEIGHT.",
                ru: "Укажите размер бумаги в миллиметрах: --paper ШИРИНАxВЫСОТА.",
                ky: "Кагаздын өлчөмүн миллиметр менен көрсөтүңүз: --paper ТУУРАСЫxБИЙИКТИГИ.")
        case .noCode:
            LocalizedText(
                "Scan the unmarked page straight and clean, name the other kind of code, or leave --code away: the print alone may do.",
                ru:
                    "Отсканируйте чистую страницу ровно, назовите другой вид кода или обойдитесь без --code: бывает довольно одной печати.",
                ky:
                    "Белгисиз бетти түз жана таза сканерлеңиз, коддун башка түрүн атаңыз же --code жазбаңыз: басманын өзү жетиши мүмкүн."
            )
        }
    }
}
