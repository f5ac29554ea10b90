import Primitives

/// The words of a proof and of the list that goes with a test deck.
enum ProofWording {
    static let proof = LocalizedText("PROOF", ru: "КОРРЕКТУРА", ky: "ТЕКШЕРҮҮ НУСКАСЫ")

    static let title = LocalizedText(
        "Proof of the ballots, for signature before printing",
        ru: "Корректура бюллетеней, на подпись до печати",
        ky: "Бюллетендердин текшерүү нускасы, басуудан мурда кол коюуга")

    static let checks = LocalizedText(
        "What was checked", ru: "Что проверено", ky: "Эмне текшерилди")

    static let check = LocalizedText("Check", ru: "Проверка", ky: "Текшерүү")
    static let result = LocalizedText("Result", ru: "Итог", ky: "Жыйынтык")
    static let found = LocalizedText("What was found", ru: "Что найдено", ky: "Эмне табылды")
    static let votes = LocalizedText("votes", ru: "голоса", ky: "добуштар")
    static let paper = LocalizedText("paper", ru: "бюллетень", ky: "бюллетень")
    static let marks = LocalizedText("marks", ru: "отметки", ky: "белгилер")

    static let key = LocalizedText(
        "Every text in every language", ru: "Все тексты на всех языках",
        ky: "Бардык тексттер бардык тилдерде")

    static let missing = LocalizedText("— missing —", ru: "— нет —", ky: "— жок —")

    static let signatures = [
        LocalizedText(
            "Chair of the commission: name, signature, date",
            ru: "Председатель комиссии: имя, подпись, дата",
            ky: "Комиссиянын төрагасы: аты, колу, күнү"),
        LocalizedText(
            "Secretary of the commission: name, signature, date",
            ru: "Секретарь комиссии: имя, подпись, дата",
            ky: "Комиссиянын катчысы: аты, колу, күнү"),
        LocalizedText(
            "Printer: name, signature, date", ru: "Типография: имя, подпись, дата",
            ky: "Басмакана: аты, колу, күнү"),
    ]

    static func outcome(_ outcome: BallotProof.Outcome) -> LocalizedText {
        switch outcome {
        case .passed: LocalizedText("passed", ru: "в порядке", ky: "туура")
        case .failed: LocalizedText("FAILED", ru: "НЕ В ПОРЯДКЕ", ky: "ТУУРА ЭМЕС")
        case .look: LocalizedText("look at it", ru: "посмотрите", ky: "карап чыгыңыз")
        case .untried:
            LocalizedText("not tried", ru: "не проверялось", ky: "текшерилген жок")
        }
    }

    static func check(_ code: String) -> LocalizedText {
        checkTitles[code] ?? LocalizedText(code)
    }

    private static let checkTitles = [
        "fits": LocalizedText(
            "Everything fits on the paper", ru: "Всё помещается на бумаге",
            ky: "Баары кагазга батат"),
        "size": LocalizedText(
            "Every text stands in its full size", ru: "Все тексты набраны полным кеглем",
            ky: "Бардык тексттер толук өлчөмдө"),
        "contrast": LocalizedText(
            "Every text is dark enough, 4.5 to 1", ru: "Все тексты достаточно тёмные, 4,5 к 1",
            ky: "Бардык тексттер жетишерлик кара, 4,5тен 1ге"),
        "marks-clear": LocalizedText(
            "Nothing is printed round the timing marks",
            ru: "Вокруг меток по краю ничего не напечатано",
            ky: "Четки белгилердин айланасында эч нерсе басылган эмес"),
        "targets-clear": LocalizedText(
            "Nothing is printed round the places to mark",
            ru: "Вокруг мест для отметок ничего не напечатано",
            ky: "Белги коюлуучу жерлердин айланасында эч нерсе басылган эмес"),
        "code": LocalizedText(
            "The code on every page is readable", ru: "Код на каждой странице читается",
            ky: "Ар бир беттеги код окулат"),
        "read-back": LocalizedText(
            "The machine finds every place to mark, and finds it empty",
            ru: "Машина находит каждое место для отметки, и оно пусто",
            ky: "Машина белги коюлуучу ар бир жерди табат, алар бош"),
        "options-once": LocalizedText(
            "Every contest and every option is printed once",
            ru: "Каждое голосование и каждый вариант напечатаны один раз",
            ky: "Ар бир добуш берүү жана ар бир вариант бир жолу басылган"),
        "order": LocalizedText(
            "The order is that of the definition", ru: "Порядок тот же, что в определении",
            ky: "Тартиби аныктамадагыдай"),
        "translations": LocalizedText(
            "Every text is there in every language", ru: "Каждый текст есть на каждом языке",
            ky: "Ар бир текст ар бир тилде бар"),
        "names-differ": LocalizedText(
            "No two options of a contest have one name",
            ru: "Нет двух вариантов с одинаковым именем",
            ky: "Аты бирдей эки вариант жок"),
        "lengths": LocalizedText(
            "No name is longer than 80 letters", ru: "Нет имён длиннее 80 букв",
            ky: "80 тамгадан узун ат жок"),
    ]

    // MARK: The list of a test deck

    static let deck = LocalizedText(
        "Test deck: what is on each paper, and what the machine must read",
        ru: "Тестовая пачка: что на каждом листе и что должна прочитать машина",
        ky: "Сыноо топтому: ар бир баракта эмне бар жана машина эмнени окушу керек")

    static let totals = LocalizedText(
        "Expected totals", ru: "Ожидаемые итоги", ky: "Күтүлгөн жыйынтык")

    static let blank = LocalizedText("blank", ru: "пусто", ky: "бош")
    static let overvoted = LocalizedText(
        "overvoted", ru: "лишние отметки", ky: "ашыкча белги")
    static let papers = LocalizedText("papers", ru: "бюллетени", ky: "бюллетендер")

    static func joined(_ text: LocalizedText, _ between: String = " · ") -> String {
        [text.en, text.ru, text.ky].compactMap { $0 }.joined(separator: between)
    }
}
