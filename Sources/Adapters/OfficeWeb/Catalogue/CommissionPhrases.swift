import Web

/// The office's catalogue, part nine: papers that the commission decides.
extension Phrase {
    // MARK: What reviewers said

    static let reviewersSaid = Phrase(
        "What the reviewers said", ru: "Что сказали рецензенты", ky: "Карап чыгуучулар эмне деди")
    static let inTheirWords = Phrase(
        "In their words", ru: "Их пояснения", ky: "Алардын түшүндүрмөсү")
    static let saidSpoiled = Phrase(
        "The paper is spoiled", ru: "Бюллетень испорчен", ky: "Бюллетень бузулган")

    // MARK: Deciding

    static let whyForCommission = Phrase(
        "Three persons have looked at this paper, and no two agree.",
        ru: "Этот бюллетень смотрели трое, и никакие двое не согласны.",
        ky: "Бул бюллетенди үч киши карады, экөө да бир пикирге келген жок.")
    static let whyForCommissionToo = Phrase(
        "Reviewers agree that it cannot be told what stands on this paper.",
        ru: "Рецензенты согласны, что определить отметку на этом бюллетене нельзя.",
        ky: "Карап чыгуучулар бул бюллетендеги белгини аныктоого болбойт деп макул.")
    static let howCommissionDecides = Phrase(
        "Enter what the commission has decided, with its grounds. A second officer confirms it; then the paper counts so.",
        ru:
            "Внесите решение комиссии и его основание. Второй сотрудник подтверждает его, после этого бюллетень учитывается.",
        ky:
            "Комиссиянын чечимин жана негизин киргизиңиз. Экинчи кызматкер аны ырастайт, андан кийин бюллетень эсептелет."
    )
    static let choiceNoVote = Phrase(
        "Cannot be told: no vote", ru: "Определить нельзя: голоса нет",
        ky: "Аныктоого болбойт: добуш жок")
    static let groundsOfDecision = Phrase(
        "Grounds of the commission's decision", ru: "Основание решения комиссии",
        ky: "Комиссиянын чечиминин негизи")
    static let groundsHint = Phrase(
        "As the minutes have it: the sitting, the vote, the reason.",
        ru: "Как в протоколе заседания: заседание, голосование, причина.",
        ky: "Отурумдун протоколундагыдай: отурум, добуш берүү, себеби.")
    static let enterDecision = Phrase(
        "Enter the decision", ru: "Внести решение", ky: "Чечимди киргизүү")
    static let sayGrounds = Phrase(
        "Write the grounds of the decision.", ru: "Напишите основание решения.",
        ky: "Чечимдин негизин жазыңыз.")

    // MARK: A second officer

    static let decisionWaitsForSecond = Phrase(
        "A decision waits for a second officer", ru: "Решение ждёт второго сотрудника",
        ky: "Чечим экинчи кызматкерди күтүүдө")
    static let lookBeforeConfirming = Phrase(
        "Look at each place yourself. Once you confirm, the paper counts so, and this cannot be undone.",
        ru:
            "Посмотрите каждое место сами. После подтверждения бюллетень учитывается так, и отменить это нельзя.",
        ky:
            "Ар бир жерди өзүңүз караңыз. Ырастагандан кийин бюллетень ушундай эсептелет, муну кайтарууга болбойт."
    )
    static let confirmDecision = Phrase(
        "Confirm the decision", ru: "Подтвердить решение", ky: "Чечимди ырастоо")
    static let takeDecisionBack = Phrase(
        "Take the decision back", ru: "Отозвать решение", ky: "Чечимди кайра алуу")
    static let proposedHere = Phrase(
        "Entered: {0}", ru: "Внесено: {0}", ky: "Киргизилген: {0}")
    static let youReviewedIt = Phrase(
        "You were one of its reviewers, so others decide it.",
        ru: "Вы были одним из рецензентов, поэтому решают другие.",
        ky: "Сиз карап чыгуучулардын бири болгонсуз, ошондуктан башкалар чечет.")

    // MARK: Decided

    static let commissionDecided = Phrase(
        "Decided by the commission", ru: "Решено комиссией", ky: "Комиссия чечти")
    static let noVoteHere = Phrase(
        "Decided: no vote in this contest", ru: "Решено: в этом вопросе голоса нет",
        ky: "Чечилди: бул маселеде добуш жок")
    static let enteredByOfficer = Phrase("Entered by", ru: "Внёс(ла)", ky: "Киргизген")
    static let confirmedByOfficer = Phrase("Confirmed by", ru: "Подтвердил(а)", ky: "Ырастаган")
    static let groundsWord = Phrase("Grounds", ru: "Основание", ky: "Негизи")
    static let personAt = Phrase("{0}, {1}", ru: "{0}, {1}", ky: "{0}, {1}")

    // MARK: The desk

    static let workConfirmDecision = Phrase(
        "A decision on a paper to confirm", ru: "Подтвердить решение по бюллетеню",
        ky: "Бюллетень боюнча чечимди ырастоо")
    static let workDecisionWaits = Phrase(
        "A decision on a paper waits for a second officer",
        ru: "Решение по бюллетеню ждёт второго сотрудника",
        ky: "Бюллетень боюнча чечим экинчи кызматкерди күтүүдө")

    static func doneOfCommission(_ done: Done) -> Phrase? {
        switch done {
        case .decisionEntered:
            Phrase(
                "Entered. A second officer must confirm it.",
                ru: "Внесено. Второй сотрудник должен подтвердить.",
                ky: "Киргизилди. Экинчи кызматкер ырасташы керек.")
        case .decisionWithdrawn:
            Phrase(
                "The decision is taken back; the paper waits for the commission again.",
                ru: "Решение отозвано; бюллетень снова ждёт комиссию.",
                ky: "Чечим кайра алынды; бюллетень кайра комиссияны күтүүдө.")
        case .paperDecided:
            Phrase(
                "Confirmed. The paper counts as the commission decided.",
                ru: "Подтверждено. Бюллетень учтён по решению комиссии.",
                ky: "Ырасталды. Бюллетень комиссиянын чечими боюнча эсептелди.")
        case .readingWithdrawn: .doneReadingWithdrawn
        default: nil
        }
    }
}
