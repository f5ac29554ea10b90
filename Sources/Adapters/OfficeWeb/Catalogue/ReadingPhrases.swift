import Web

/// The office's catalogue, part ten: one reading of a station's papers, and taking it back.
extension Phrase {
    static let readingTitle = Phrase(
        "Papers read by machine", ru: "Бюллетени, прочитанные машиной",
        ky: "Машина окуган бюллетендер")
    static let takenInBy = Phrase("Taken in by", ru: "Принял(а)", ky: "Кабыл алган")
    static let refusedPagesWord = Phrase(
        "Pages refused", ru: "Страниц не принято", ky: "Кабыл алынбаган барактар")
    static let digestOfReading = Phrase(
        "Digest of the reading", ru: "Хеш чтения", ky: "Окуунун хеши")
    static let readingCaption = Phrase(
        "{0} · before and after review", ru: "{0} · до и после просмотра",
        ky: "{0} · кароого чейин жана андан кийин")
    static let beforeReview = Phrase("Before", ru: "До", ky: "Чейин")
    static let afterReview = Phrase("After", ru: "После", ky: "Кийин")
    static let notDecidedPapers = Phrase(
        "Papers not decided", ru: "Бюллетени без решения", ky: "Чечилбеген бюллетендер")

    // MARK: Taking it back

    static let takeReadingBack = Phrase(
        "Take this reading back", ru: "Отозвать это чтение", ky: "Бул окууну кайра алуу")
    static let whatGoesWithIt = Phrase(
        "With it go opinions of reviewers: {0}, and decisions of the commission: {1}. Its papers leave the queue and the comparison; the acts stay in the log. What was said of the papers does not come back, even if the same reading is taken in again.",
        ru:
            "Вместе с ним уходят мнения рецензентов: {0}, решения комиссии: {1}. Его бюллетени уходят из очереди и сравнения; записи остаются в журнале. Сказанное о бюллетенях не вернётся, даже если то же чтение принять снова.",
        ky:
            "Аны менен карап чыгуучулардын пикирлери: {0}, комиссиянын чечимдери: {1} кошо кетет. Анын бюллетендери кезектен жана салыштыруудан чыгат; жазуулар журналда калат. Ошол эле окуу кайра кабыл алынса да, бюллетендер жөнүндө айтылгандар кайтпайт."
    )
    static let whyReadingBack = Phrase(
        "Why is it taken back?", ru: "Почему чтение отзывается?",
        ky: "Окуу эмне үчүн кайра алынат?")
    static let whyReadingHint = Phrase(
        "In a sentence. It stays in the log.", ru: "Одним предложением. Останется в журнале.",
        ky: "Бир сүйлөм менен. Журналда калат.")
    static let sureOfReading = Phrase(
        "I know what goes with it", ru: "Я знаю, что уйдёт вместе с ним",
        ky: "Аны менен эмне кошо кетерин билем")
    static let saySureOfReading = Phrase(
        "Confirm that you know what goes with it.",
        ru: "Подтвердите, что знаете, что уйдёт вместе с ним.",
        ky: "Аны менен эмне кошо кетерин билгениңизди ырастаңыз.")
    static let doneReadingWithdrawn = Phrase(
        "The reading is taken back; another of the station can come in.",
        ru: "Чтение отозвано; можно принять другое чтение участка.",
        ky: "Окуу кайра алынды; участканын башка окуусун кабыл алууга болот.")
}
