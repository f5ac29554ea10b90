import Elections
import Primitives
import Tabulation

/// Why the office does not do what somebody asked. Worded in three languages for a person who has
/// been awake since five in the morning.
package struct FilingProblem: Problem, Hashable {
    package enum Cause: String, Sendable {
        /// The person may not do this, here.
        case notAllowed
        /// What was named is not there.
        case unknown
        /// It does not fit what is already there.
        case conflict
        /// What was sent cannot be accepted as it is.
        case invalid
    }

    package let code: String
    package let cause: Cause
    package let what: LocalizedText
    package let next: LocalizedText
    /// Equations that were broken, where that is the reason.
    package let imbalances: [Imbalance]

    package var summary: String { what.en }
    package var remedy: String { next.en }

    init(
        _ code: String, _ cause: Cause, _ what: LocalizedText, _ next: LocalizedText,
        imbalances: [Imbalance] = []
    ) {
        self.code = "filing.\(code)"
        self.cause = cause
        self.what = what
        self.next = next
        self.imbalances = imbalances
    }

    /// Problems are the same when their codes are; the prose stays free to improve.
    package static func == (left: FilingProblem, right: FilingProblem) -> Bool {
        left.code == right.code
    }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

// Who asks, and of what.
extension FilingProblem {
    package static let noElection = FilingProblem(
        "no-election", .conflict,
        LocalizedText(
            "No election has been set up here yet.", ru: "Выборы здесь ещё не настроены.",
            ky: "Бул жерде шайлоо али орнотула элек."),
        LocalizedText(
            "An administrator sets up the election first.",
            ru: "Сначала администратор настраивает выборы.",
            ky: "Адегенде администратор шайлоону орнотот."))

    package static let notAllowed = FilingProblem(
        "not-allowed", .notAllowed,
        LocalizedText(
            "Your role does not allow this here.", ru: "Ваша роль не позволяет сделать это здесь.",
            ky: "Ролуңуз муну бул жерде жасоого уруксат бербейт."),
        LocalizedText(
            "Ask the officer of your commission, or sign in with the account that may.",
            ru: "Обратитесь к сотруднику вашей комиссии или войдите под другой учётной записью.",
            ky: "Комиссияңыздын кызматкерине кайрылыңыз же укугу бар эсеп менен кириңиз."))

    package static let secondPerson = FilingProblem(
        "second-person", .notAllowed,
        LocalizedText(
            "This needs a second person, and you are the first.",
            ru: "Здесь нужен второй человек, а вы первый.",
            ky: "Бул үчүн экинчи адам керек, ал эми сиз биринчисиз."),
        LocalizedText(
            "Ask a colleague to sign in and confirm it.",
            ru: "Попросите коллегу войти и подтвердить.",
            ky: "Кесиптешиңизден кирип, ырастоосун сураныңыз."))

    package static func unknownStation(_ id: PollingStation.ID) -> FilingProblem {
        FilingProblem(
            "unknown-station", .unknown,
            LocalizedText(
                "Station \(id) is not in this election.", ru: "Участка \(id) нет на этих выборах.",
                ky: "\(id) участогу бул шайлоодо жок."),
            LocalizedText(
                "Check the code at the head of the sheet.", ru: "Проверьте код в начале протокола.",
                ky: "Протоколдун башындагы кодду текшериңиз."))
    }

    package static func unknownContest(_ id: Contest.ID) -> FilingProblem {
        FilingProblem(
            "unknown-contest", .unknown,
            LocalizedText(
                "Contest \(id) is not in this election.", ru: "Вопроса \(id) нет на этих выборах.",
                ky: "\(id) маселеси бул шайлоодо жок."),
            LocalizedText(
                "Check which sheet you hold.", ru: "Проверьте, какой протокол у вас в руках.",
                ky: "Колуңузда кайсы протокол экенин текшериңиз."))
    }
}
