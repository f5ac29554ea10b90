import Primitives

/// What a ballot says besides the definition's own words.
enum BallotWording {
    static let howToMark = LocalizedText(
        "Fill in the oval beside your choice.",
        ru: "Закрасьте овал рядом с вашим выбором.",
        ky: "Тандооңуздун жанындагы овалды боёңуз.")

    static let specimen = ["SPECIMEN", "ОБРАЗЕЦ", "ҮЛГҮ"]

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
