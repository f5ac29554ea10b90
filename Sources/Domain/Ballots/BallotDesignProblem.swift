import Elections
import Primitives

/// Why no ballot can be laid out.
package enum BallotDesignProblem: ToldInThreeLanguages, Hashable {
    case nothingToPrint
    case noOptions(Contest.ID)
    /// With the changes of the style under which it would fit, and the most options of a contest
    /// that any of our papers holds.
    case doesNotFit(contests: Int, options: Int, wouldFit: [String], most: Int?)
    case codeTooLong(bytes: Int)
    /// A field of the style holds what it cannot.
    case styleValue(String, String)

    package var code: String {
        switch self {
        case .nothingToPrint: "ballots.nothing-to-print"
        case .noOptions: "ballots.no-options"
        case .doesNotFit: "ballots.does-not-fit"
        case .codeTooLong: "ballots.code-too-long"
        case .styleValue: "ballots.style-value"
        }
    }

    package var text: LocalizedText {
        switch self {
        case .nothingToPrint:
            LocalizedText(
                "The definition has no contest, so there is no ballot.",
                ru: "В описании выборов нет ни одного голосования, печатать нечего.",
                ky: "Шайлоонун сыпаттамасында добуш берүү жок, басып чыгара турган эч нерсе жок.")
        case .noOptions(let contest):
            LocalizedText(
                "Contest \(contest) has nothing to choose from.",
                ru: "В голосовании \(contest) не из чего выбирать.",
                ky: "\(contest) добуш берүүсүндө тандай турган эч нерсе жок.")
        case .doesNotFit(let contests, let options, _, _):
            LocalizedText(
                "\(contests) contests with \(options) options do not fit on a page in this style.",
                ru:
                    "Голосования (\(contests)) с вариантами (\(options)) не помещаются на страницу в этом оформлении.",
                ky:
                    "Добуш берүүлөр (\(contests)) варианттары менен (\(options)) мындай жасалгада бетке батпайт."
            )
        case .codeTooLong(let bytes):
            LocalizedText(
                "The ballot's code would hold \(bytes) bytes; 106 can be printed legibly.",
                ru: "Код бюллетеня занял бы \(bytes) байт; разборчиво печатается не больше 106.",
                ky: "Бюллетендин коду \(bytes) байт болмок; даана басылганы 106дан ашпайт.")
        case .styleValue(let field, let value):
            LocalizedText(
                "The style's field \(field) cannot be “\(value)”.",
                ru: "Поле оформления \(field) не может быть «\(value)».",
                ky: "Жасалганын \(field) талаасы «\(value)» боло албайт.")
        }
    }

    package var advice: LocalizedText {
        switch self {
        case .nothingToPrint, .noOptions:
            LocalizedText(
                "Complete the definition; `dobush define check` lists its flaws.",
                ru: "Дополните описание; `dobush define check` перечислит недостатки.",
                ky: "Сыпаттаманы толуктаңыз; `dobush define check` кемчиликтерин санап берет.")
        case .doesNotFit(_, _, let wouldFit, _) where !wouldFit.isEmpty:
            LocalizedText(
                "It fits with \(wouldFit.joined(separator: ", or with ")).",
                ru: "Поместится так: \(wouldFit.joined(separator: "; или ")).",
                ky: "Мындайда батат: \(wouldFit.joined(separator: "; же ")).")
        case .doesNotFit(_, _, _, .some(let most)):
            LocalizedText(
                "No style fits. Papers of A4 with a contest each and --option-columns 2 hold \(most) options with names as long as these; shorten the names or print fewer languages.",
                ru:
                    "Не поместится никак. На A4 с одним голосованием и --option-columns 2 умещается \(most) вариантов с такими длинными именами; сократите имена или печатайте меньше языков.",
                ky:
                    "Эч кандай жасалгада батпайт. Бир добуш берүүлүү A4 барагына --option-columns 2 менен ушундай узун аттуу \(most) вариант батат; аттарды кыскартыңыз же тилдерди азайтыңыз."
            )
        case .doesNotFit:
            LocalizedText(
                "No style fits; shorten the names or print fewer languages.",
                ru: "Не поместится никак; сократите имена или печатайте меньше языков.",
                ky: "Эч кандай жасалгада батпайт; аттарды кыскартыңыз же тилдерди азайтыңыз.")
        case .codeTooLong:
            LocalizedText(
                "Give the election or the station a shorter id.",
                ru: "Дайте выборам или участку имя покороче.",
                ky: "Шайлоого же участкага кыскараак ат бериңиз.")
        case .styleValue("languages", _):
            LocalizedText(
                "Name each language once, at least one of en, ru, ky.",
                ru: "Назовите каждый язык один раз, хотя бы один из en, ru, ky.",
                ky: "Ар бир тилди бир жолу атаңыз, en, ru, ky тилдеринен жок дегенде бирөө.")
        case .styleValue:
            LocalizedText(
                "Documentation/Specifications/ballot-style.md lists what each field takes.",
                ru:
                    "Что может стоять в каждом поле, сказано в Documentation/Specifications/ballot-style.md.",
                ky:
                    "Ар бир талаада эмне тура алары Documentation/Specifications/ballot-style.md файлында."
            )
        }
    }
}
