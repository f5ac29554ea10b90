import Ballots
import Elections
import Primitives

/// What a ballot says besides the definition's own words.
enum BallotWording {
    static func howToMark(_ target: BallotStyle.Target) -> LocalizedText {
        target == .box
            ? LocalizedText(
                "Fill in the square beside your choice.",
                ru: "Закрасьте квадрат рядом с вашим выбором.",
                ky: "Тандооңуздун жанындагы чарчыны боёңуз.")
            : LocalizedText(
                "Fill in the oval beside your choice.",
                ru: "Закрасьте овал рядом с вашим выбором.",
                ky: "Тандооңуздун жанындагы овалды боёңуз.")
    }

    static let test = LocalizedText(
        "TEST BALLOT", ru: "ТЕСТОВЫЙ БЮЛЛЕТЕНЬ", ky: "СЫНОО БЮЛЛЕТЕНИ")

    /// Which page of which paper, and that there is a back.
    static func turn(page: BallotDesign.Place, sheet: BallotDesign.Place) -> LocalizedText {
        var en: [String] = []
        var ru: [String] = []
        var ky: [String] = []
        if sheet.count > 1 {
            let part = "\(sheet.number)/\(sheet.count)"
            en.append("Paper \(part)")
            ru.append("Бюллетень \(part)")
            ky.append("Бюллетень \(part)")
        }
        if page.count > 1 {
            let part = "\(page.number)/\(page.count)"
            en.append("Page \(part)")
            ru.append("Страница \(part)")
            ky.append("Бет \(part)")
            if page.number == 1 {
                en.append("Turn over")
                ru.append("Переверните")
                ky.append("Оодаруңуз")
            }
        }
        return LocalizedText(
            en.joined(separator: ", "), ru: ru.joined(separator: ", "),
            ky: ky.joined(separator: ", "))
    }

    static func station(_ station: PollingStation, _ language: Language) -> String {
        switch language {
        case .english: "Polling station \(station.id): \(station.name[language])"
        case .russian: "Избирательный участок \(station.id): \(station.name[language])"
        case .kyrgyz: "\(station.id) шайлоо участкасы: \(station.name[language])"
        }
    }

    static let specimen = LocalizedText("SPECIMEN", ru: "ОБРАЗЕЦ", ky: "ҮЛГҮ")

    static func choose(upTo votes: Int) -> LocalizedText {
        votes == 1
            ? LocalizedText(
                "Choose one", ru: "Выберите один вариант", ky: "Бир вариантты тандаңыз")
            : LocalizedText(
                "Choose no more than \(votes)", ru: "Выберите не более \(votes) вариантов",
                ky: "\(votes) варианттан көп эмес тандаңыз")
    }

    static func date(_ day: CivilDay) -> LocalizedText {
        let month = day.month - 1
        return LocalizedText(
            "\(day.day) \(english[month]) \(day.year)",
            ru: "\(day.day) \(russian[month]) \(day.year) года",
            ky: "\(day.year)-жылдын \(day.day)-\(kyrgyz[month])")
    }

    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let russian = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
        "октября", "ноября", "декабря",
    ]
    private static let kyrgyz = [
        "январы", "февралы", "марты", "апрели", "майы", "июну", "июлу", "августу", "сентябры",
        "октябры", "ноябры", "декабры",
    ]
}
