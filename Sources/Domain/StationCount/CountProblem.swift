import Ballots
import Elections
import Primitives

/// Why something cannot be done on a station's day.
package enum CountProblem: ToldInThreeLanguages, Hashable {
    case notPrepared
    case alreadyPrepared
    case notOpen
    case alreadyOpen
    case isPaused(PauseCause)
    case notPaused
    case isClosed
    case notClosed
    /// Cases that nobody has decided.
    case undecided([Int])
    case noSuchCase(Int)
    case caseDecided(Int)
    case personsNeeded(Int)
    case reasonNeeded
    case unknownStation(PollingStation.ID)
    /// The key given is not the one that the count was prepared with.
    case otherKey

    package var code: String {
        switch self {
        case .notPrepared: "station.not-prepared"
        case .alreadyPrepared: "station.already-prepared"
        case .notOpen: "station.not-open"
        case .alreadyOpen: "station.already-open"
        case .isPaused: "station.paused"
        case .notPaused: "station.not-paused"
        case .isClosed: "station.closed"
        case .notClosed: "station.not-closed"
        case .undecided: "station.undecided-papers"
        case .noSuchCase: "station.no-such-case"
        case .caseDecided: "station.case-decided"
        case .personsNeeded: "station.persons-needed"
        case .reasonNeeded: "station.reason-needed"
        case .unknownStation: "station.unknown-station"
        case .otherKey: "station.other-key"
        }
    }

    package var text: LocalizedText {
        switch self {
        case .notPrepared:
            LocalizedText(
                "No count is prepared here.", ru: "Здесь подсчёт не подготовлен.",
                ky: "Бул жерде эсеп даярдалган эмес.")
        case .alreadyPrepared:
            LocalizedText(
                "A count is prepared here already; one folder holds one count.",
                ru: "Здесь уже подготовлен подсчёт; в одной папке один подсчёт.",
                ky: "Бул жерде эсеп даярдалган; бир папкада бир эсеп болот.")
        case .notOpen:
            LocalizedText(
                "The count is not open yet.", ru: "Подсчёт ещё не открыт.",
                ky: "Эсеп азырынча ачыла элек.")
        case .alreadyOpen:
            LocalizedText(
                "The count is open already.", ru: "Подсчёт уже открыт.",
                ky: "Эсеп мурунтан ачык.")
        case .isPaused(.person):
            LocalizedText(
                "Scanning is paused by a person.", ru: "Сканирование приостановлено человеком.",
                ky: "Сканерлөөнү адам токтотуп турат.")
        case .isPaused(.outOfStep):
            LocalizedText(
                "Scanning is paused: the second medium does not hold all that was read.",
                ru: "Сканирование остановлено: на втором носителе не всё прочитанное.",
                ky: "Сканерлөө токтоп турат: экинчи алып жүрүүчүдө окулгандын баары жок.")
        case .notPaused:
            LocalizedText(
                "Scanning is not paused.", ru: "Сканирование не приостановлено.",
                ky: "Сканерлөө токтотулган эмес.")
        case .isClosed:
            LocalizedText(
                "The count is closed.", ru: "Подсчёт закрыт.", ky: "Эсеп жабылган.")
        case .notClosed:
            LocalizedText(
                "The count is not closed.", ru: "Подсчёт не закрыт.", ky: "Эсеп жабыла элек.")
        default: particulars
        }
    }

    private var particulars: LocalizedText {
        switch self {
        case .undecided(let cases):
            LocalizedText(
                "Papers wait for a decision: cases \(list(cases)).",
                ru: "Бюллетени ждут решения: случаи \(list(cases)).",
                ky: "Бюллетендер чечимди күтүүдө: учурлар \(list(cases)).")
        case .noSuchCase(let number):
            LocalizedText(
                "There is no case \(number).", ru: "Случая \(number) нет.",
                ky: "\(number)-учур жок.")
        case .caseDecided(let number):
            LocalizedText(
                "Case \(number) is decided already.", ru: "Случай \(number) уже решён.",
                ky: "\(number)-учур чечилген.")
        case .personsNeeded(let count):
            LocalizedText(
                "The names of \(count) different persons are needed.",
                ru: "Нужны имена разных людей, не менее \(count).",
                ky: "Кеминде \(count) башка адамдын аты керек.")
        case .reasonNeeded:
            LocalizedText(
                "A reason is needed, of at most 1,000 bytes.",
                ru: "Нужна причина, не длиннее 1000 байт.",
                ky: "Себеби керек, 1000 байттан узун эмес.")
        case .unknownStation(let station):
            LocalizedText(
                "Station \(station) is not in the definition.",
                ru: "Участка \(station) нет в определении выборов.",
                ky: "\(station) участкасы шайлоонун аныктамасында жок.")
        case .otherKey:
            LocalizedText(
                "This is not the key that the count was prepared with.",
                ru: "Это не тот ключ, с которым подготовлен подсчёт.",
                ky: "Бул эсеп даярдалган ачкыч эмес.")
        default: LocalizedText("")
        }
    }

    package var advice: LocalizedText {
        switch self {
        case .notPrepared:
            LocalizedText(
                "Prepare it with dobush read station prepare, or name another folder.",
                ru:
                    "Подготовьте его командой dobush read station prepare или укажите другую папку.",
                ky: "Аны dobush read station prepare менен даярдаңыз же башка папканы көрсөтүңүз.")
        case .alreadyPrepared:
            LocalizedText(
                "Name an empty folder.", ru: "Укажите пустую папку.", ky: "Бош папканы көрсөтүңүз.")
        case .notOpen:
            LocalizedText(
                "Open it with dobush read station open, and look at the zero report.",
                ru: "Откройте его командой dobush read station open и проверьте нулевой отчёт.",
                ky: "Аны dobush read station open менен ачып, нөл отчетун караңыз.")
        case .isPaused(.outOfStep):
            LocalizedText(
                "Put the right medium back; scanning goes on by itself, or with dobush read station resume.",
                ru:
                    "Верните нужный носитель; сканирование продолжится само или командой dobush read station resume.",
                ky:
                    "Керектүү алып жүрүүчүнү кайра салыңыз; сканерлөө өзү же dobush read station resume менен уланат."
            )
        case .isPaused(.person):
            LocalizedText(
                "Go on with dobush read station resume.",
                ru: "Продолжите командой dobush read station resume.",
                ky: "dobush read station resume менен улантыңыз.")
        case .alreadyOpen, .notPaused:
            LocalizedText("Scan on.", ru: "Сканируйте дальше.", ky: "Сканерлей бериңиз.")
        case .isClosed:
            LocalizedText(
                "Two persons may open it again with a reason: dobush read station reopen.",
                ru: "Двое могут открыть его снова, указав причину: dobush read station reopen.",
                ky: "Эки адам себебин айтып кайра ача алат: dobush read station reopen.")
        default: nextStep
        }
    }

    private var nextStep: LocalizedText {
        switch self {
        case .undecided, .noSuchCase, .caseDecided:
            LocalizedText(
                "See the cases with dobush read station decide, without a case.",
                ru: "Посмотрите случаи командой dobush read station decide без номера.",
                ky: "Учурларды dobush read station decide менен, номерсиз караңыз.")
        case .personsNeeded:
            LocalizedText(
                "Give each name with --by.", ru: "Укажите каждое имя через --by.",
                ky: "Ар бир атты --by менен жазыңыз.")
        case .reasonNeeded:
            LocalizedText(
                "Give it with --why.", ru: "Укажите её через --why.", ky: "Аны --why менен жазыңыз."
            )
        case .notClosed:
            LocalizedText(
                "Close it with dobush read station close.",
                ru: "Закройте его командой dobush read station close.",
                ky: "Аны dobush read station close менен жабыңыз.")
        case .unknownStation:
            LocalizedText(
                "Check the station's name in the definition.",
                ru: "Проверьте название участка в определении.",
                ky: "Аныктамадагы участканын атын текшериңиз.")
        default:
            LocalizedText(
                "Name the key that was given to this station.",
                ru: "Укажите ключ, выданный этому участку.",
                ky: "Ушул участкага берилген ачкычты көрсөтүңүз.")
        }
    }

    private func list(_ numbers: [Int]) -> String {
        numbers.map { String($0) }.joined(separator: ", ")
    }
}
