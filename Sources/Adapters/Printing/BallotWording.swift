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

    /// Which page of how many, or which paper where each contest has its own, and that there is a
    /// back.
    static func turn(_ design: BallotDesign) -> LocalizedText {
        guard design.style.papers == .one else {
            let part = "\(design.sheet.number)/\(design.sheet.count)"
            return LocalizedText(
                "Paper \(part)", ru: "Бюллетень \(part)", ky: "Бюллетень \(part)")
        }
        let part = "\(design.page.number)/\(design.page.count)"
        return design.hasBack
            ? LocalizedText(
                "Page \(part), turn over", ru: "Страница \(part), переверните",
                ky: "Бет \(part), оодаруңуз")
            : LocalizedText("Page \(part)", ru: "Страница \(part)", ky: "Бет \(part)")
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
