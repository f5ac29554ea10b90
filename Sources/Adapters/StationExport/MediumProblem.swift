import Primitives

/// Why the second medium cannot follow. Scanning stands still until it can.
package enum MediumProblem: ToldInThreeLanguages, Hashable {
    /// The folder is not there.
    case missing(String)
    /// The folder is there and empty, although something was exported before: the medium is not
    /// mounted, or is a new one.
    case empty(String)
    /// Something is there that no station wrote.
    case foreign(String)
    /// Another count's export: its origin and store.
    case otherCount(found: String, own: String)
    /// The medium holds papers that the store does not know.
    case ahead(Int)
    case full(String)
    case readOnly(String)
    /// What the system said.
    case failed(String, String)

    package var code: String {
        switch self {
        case .missing: "station.medium-missing"
        case .empty: "station.medium-empty"
        case .foreign: "station.medium-foreign"
        case .otherCount: "station.medium-of-another-count"
        case .ahead: "station.medium-ahead"
        case .full: "station.medium-full"
        case .readOnly: "station.medium-read-only"
        case .failed: "station.medium-failed"
        }
    }

    package var text: LocalizedText {
        switch self {
        case .missing(let path):
            LocalizedText(
                "The second medium is not there (\(path)).",
                ru: "Второго носителя нет (\(path)).",
                ky: "Экинчи алып жүрүүчү жок (\(path)).")
        case .empty(let path):
            LocalizedText(
                "The second medium is empty (\(path)); this count was exported before.",
                ru: "Второй носитель пуст (\(path)), а подсчёт уже выгружался.",
                ky: "Экинчи алып жүрүүчү бош (\(path)), эсеп болсо мурда чыгарылган.")
        case .foreign(let path):
            LocalizedText(
                "The medium holds other files (\(path)).",
                ru: "На носителе чужие файлы (\(path)).",
                ky: "Алып жүрүүчүдө башка файлдар бар (\(path)).")
        case .otherCount(let found, let own):
            LocalizedText(
                "The medium belongs to the count \(found); this is \(own).",
                ru: "Носитель от подсчёта \(found), а здесь \(own).",
                ky: "Алып жүрүүчү \(found) эсебиники, бул жер \(own).")
        case .ahead(let count):
            LocalizedText(
                "The medium holds \(count) papers that this machine does not know.",
                ru: "На носителе бюллетени, которых машина не знает: \(count).",
                ky: "Алып жүрүүчүдө машина билбеген \(count) бюллетень бар.")
        case .full(let path):
            LocalizedText(
                "The second medium is full (\(path)).", ru: "Второй носитель полон (\(path)).",
                ky: "Экинчи алып жүрүүчү толуп калды (\(path)).")
        case .readOnly(let path):
            LocalizedText(
                "The second medium cannot be written (\(path)).",
                ru: "На второй носитель нельзя писать (\(path)).",
                ky: "Экинчи алып жүрүүчүгө жазууга болбойт (\(path)).")
        case .failed(let path, let words):
            LocalizedText(
                "The second medium fails (\(path): \(words)).",
                ru: "Второй носитель не работает (\(path): \(words)).",
                ky: "Экинчи алып жүрүүчү иштебей жатат (\(path): \(words)).")
        }
    }

    package var advice: LocalizedText {
        switch self {
        case .missing, .failed:
            LocalizedText(
                "Put the station's medium in; what is missing on it is written then.",
                ru: "Вставьте носитель участка; недостающее будет дописано.",
                ky: "Участканын алып жүрүүчүсүн салыңыз; жетпегени кошуп жазылат.")
        case .empty:
            LocalizedText(
                "Put the station's medium in. To begin a new one: dobush read station resume --new-medium.",
                ru:
                    "Вставьте носитель участка. Чтобы начать новый: dobush read station resume --new-medium.",
                ky:
                    "Участканын алып жүрүүчүсүн салыңыз. Жаңысын баштоо үчүн: dobush read station resume --new-medium."
            )
        case .foreign:
            LocalizedText(
                "Use an empty medium.", ru: "Возьмите пустой носитель.",
                ky: "Бош алып жүрүүчү алыңыз.")
        case .otherCount:
            LocalizedText(
                "Take it out, keep it safe, and put this station's own medium in.",
                ru: "Выньте его, сохраните и вставьте носитель этого участка.",
                ky: "Аны чыгарып, сактап коюңуз да, ушул участканын алып жүрүүчүсүн салыңыз.")
        case .ahead:
            LocalizedText(
                "Stop and tell the commission: the machine's store is older than the medium.",
                ru: "Остановитесь и сообщите комиссии: хранилище машины старее носителя.",
                ky: "Токтоп, комиссияга айтыңыз: машинанын кампасы алып жүрүүчүдөн эски.")
        case .full:
            LocalizedText(
                "Put a larger empty medium in: dobush read station resume --new-medium.",
                ru: "Вставьте больший пустой носитель: dobush read station resume --new-medium.",
                ky: "Чоңураак бош алып жүрүүчү салыңыз: dobush read station resume --new-medium.")
        case .readOnly:
            LocalizedText(
                "Move its lock, or mount it so that it can be written.",
                ru: "Снимите защиту от записи или подключите носитель для записи.",
                ky: "Жазуудан коргоону алып салыңыз же жазууга туташтырыңыз.")
        }
    }
}
