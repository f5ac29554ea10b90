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

    package static func otherElection(_ id: ElectionDefinition.ID) -> FilingProblem {
        FilingProblem(
            "other-election", .invalid,
            LocalizedText(
                "The sheet is of another election, \(id).", ru: "Протокол других выборов, \(id).",
                ky: "Протокол башка шайлоонуку, \(id)."),
            LocalizedText(
                "Find the sheet of this election; do not copy figures across.",
                ru: "Найдите протокол этих выборов; не переносите числа.",
                ky: "Ушул шайлоонун протоколун табыңыз; сандарды көчүрбөңүз."))
    }

    package static func linesMissing(_ names: [String]) -> FilingProblem {
        let list = names.joined(separator: ", ")
        return FilingProblem(
            "lines-missing", .invalid,
            LocalizedText(
                "These lines have no figure: \(list).", ru: "В этих строках нет числа: \(list).",
                ky: "Бул саптарда сан жок: \(list)."),
            LocalizedText(
                "Write a figure in every line; nothing counted is 0.",
                ru: "Впишите число в каждую строку; если ничего нет — 0.",
                ky: "Ар бир сапка сан жазыңыз; эч нерсе жок болсо — 0."))
    }

    package static func linesUnknown(_ names: [String]) -> FilingProblem {
        let list = names.joined(separator: ", ")
        return FilingProblem(
            "lines-unknown", .invalid,
            LocalizedText(
                "These lines are not on the form, or stand twice or in another order: \(list).",
                ru: "Этих строк нет в форме, или они повторяются или стоят не по порядку: \(list).",
                ky: "Бул саптар формада жок, же кайталанат, же иретсиз: \(list)."),
            LocalizedText(
                "Fill in the form of this contest.", ru: "Заполните форму этого вопроса.",
                ky: "Ушул маселенин формасын толтуруңуз."))
    }

    package static func figureRange(_ name: String, _ value: Int) -> FilingProblem {
        FilingProblem(
            "figure-range", .invalid,
            LocalizedText(
                "Line \(name) says \(value); a figure is 0 to \(OfficeState.largestFigure).",
                ru:
                    "В строке \(name) указано \(value); число от 0 до \(OfficeState.largestFigure).",
                ky: "\(name) сабында \(value); сан 0дөн \(OfficeState.largestFigure) чейин."),
            LocalizedText(
                "Read the figure on the sheet again.", ru: "Перечитайте число в протоколе.",
                ky: "Протоколдогу санды кайра окуңуз."))
    }

    /// - Parameter equations: the texts of those broken, with both sides' figures put in.
    package static func doesNotAddUp(_ equations: [LocalizedText], _ imbalances: [Imbalance])
        -> FilingProblem
    {
        func list(_ language: Language) -> String {
            equations.map { $0[language] }.joined(separator: " ")
        }
        return FilingProblem(
            "does-not-add-up", .invalid,
            LocalizedText(
                "The sheet does not add up. \(list(.english))",
                ru: "Протокол не сходится. \(list(.russian))",
                ky: "Протокол дал келбейт. \(list(.kyrgyz))"),
            LocalizedText(
                "Read the lines of these equations again, then count again. What you sent is kept.",
                ru: "Перечитайте эти строки, затем пересчитайте. Отправленное сохранено.",
                ky: "Бул саптарды кайра окуп, анан кайра санаңыз. Жөнөтүлгөнү сакталды."),
            imbalances: imbalances)
    }

    package static func reasonMissing(_ equations: [LocalizedText], _ imbalances: [Imbalance])
        -> FilingProblem
    {
        func list(_ language: Language) -> String {
            equations.map { $0[language] }.joined(separator: " ")
        }
        return FilingProblem(
            "reason-missing", .invalid,
            LocalizedText(
                "This does not hold and needs a reason: \(list(.english))",
                ru: "Это не выполняется и требует объяснения: \(list(.russian))",
                ky: "Бул аткарылбайт жана себебин жазуу керек: \(list(.kyrgyz))"),
            LocalizedText(
                "Write beside each why it is so.", ru: "Напишите рядом с каждым, почему это так.",
                ky: "Ар биринин жанына эмне үчүн экенин жазыңыз."),
            imbalances: imbalances)
    }

    package static let alreadyFiled = FilingProblem(
        "already-filed", .conflict,
        LocalizedText(
            "This sheet is filed already, with other figures.",
            ru: "Этот протокол уже подан, с другими числами.",
            ky: "Бул протокол мурда башка сандар менен берилген."),
        LocalizedText(
            "If the filed one is wrong, file a correction that names it and says why; both stay.",
            ru: "Если поданный неверен, подайте исправление с причиной; оба сохранятся.",
            ky: "Берилгени туура эмес болсо, себеби менен оңдоону бериңиз; экөө тең сакталат."))

    package static let annulledBefore = FilingProblem(
        "annulled", .conflict,
        LocalizedText(
            "The sheet of this station was annulled.", ru: "Протокол этого участка аннулирован.",
            ky: "Бул участоктун протоколу жокко чыгарылган."),
        LocalizedText(
            "A new one names the annulled one, says why, and is confirmed by an officer.",
            ru: "Новый называет аннулированный, указывает причину и подтверждается комиссией выше.",
            ky:
                "Жаңысы жокко чыгарылганды атап, себебин көрсөтөт жана жогорку комиссия ырастайт."))

    package static let superseded = FilingProblem(
        "superseded", .conflict,
        LocalizedText(
            "Another sheet was filed here while this one waited.",
            ru: "Пока этот протокол ждал, был подан другой.",
            ky: "Бул протокол күтүп турганда башкасы берилди."),
        LocalizedText(
            "Compare the two; if the filed one is wrong, file a correction.",
            ru: "Сравните оба; если поданный неверен, подайте исправление.",
            ky: "Экөөнү салыштырыңыз; берилгени туура эмес болсо, оңдоону бериңиз."))

    package static let inProgress = FilingProblem(
        "in-progress", .conflict,
        LocalizedText(
            "Somebody else has stated this sheet, and it waits for a second person.",
            ru: "Этот протокол уже внёс другой человек, он ждёт второго.",
            ky: "Бул протоколду башка бирөө киргизген, ал экинчи адамды күтүүдө."),
        LocalizedText(
            "Confirm it if it is right; otherwise return it with a reason.",
            ru: "Подтвердите, если верно; иначе верните с причиной.",
            ky: "Туура болсо ырастаңыз; болбосо себеби менен кайтарыңыз."))

    package static let notWaiting = FilingProblem(
        "not-waiting", .conflict,
        LocalizedText(
            "Nothing of this name waits for you.", ru: "Ничего с таким именем вас не ждёт.",
            ky: "Мындай аталыштагы эч нерсе сизди күтпөйт."),
        LocalizedText(
            "Open the station again; somebody was faster.",
            ru: "Откройте участок заново; кто-то успел раньше.",
            ky: "Участокту кайра ачыңыз; бирөө мурда үлгүрдү."))

    package static let unknownSheet = FilingProblem(
        "unknown-sheet", .unknown,
        LocalizedText(
            "There is no such sheet here.", ru: "Такого протокола здесь нет.",
            ky: "Мындай протокол бул жерде жок."),
        LocalizedText(
            "Open the station and choose from its sheets.",
            ru: "Откройте участок и выберите из его протоколов.",
            ky: "Участокту ачып, анын протоколдорунан тандаңыз."))

    package static let replacesOther = FilingProblem(
        "replaces-other", .conflict,
        LocalizedText(
            "The correction does not name the sheet that counts now.",
            ru: "Исправление называет не тот протокол, который действует сейчас.",
            ky: "Оңдоо азыр күчүндө болгон протоколду атабайт."),
        LocalizedText(
            "Open the station again and correct the newest version.",
            ru: "Откройте участок заново и исправьте последнюю версию.",
            ky: "Участокту кайра ачып, акыркы версиясын оңдоңуз."))

    package static let whyMissing = FilingProblem(
        "why-missing", .invalid,
        LocalizedText(
            "A reason is missing.", ru: "Не указана причина.", ky: "Себеби көрсөтүлгөн жок."),
        LocalizedText(
            "Say why in a sentence; it is published.",
            ru: "Напишите причину одним предложением; она публикуется.",
            ky: "Себебин бир сүйлөм менен жазыңыз; ал жарыяланат."))

    package static let tooLong = FilingProblem(
        "too-long", .invalid,
        LocalizedText(
            "A text is longer than \(OfficeState.longestText) letters.",
            ru: "Текст длиннее \(OfficeState.longestText) знаков.",
            ky: "Текст \(OfficeState.longestText) белгиден узун."),
        LocalizedText("Say it shorter.", ru: "Сократите.", ky: "Кыскартыңыз."))

    package static let tooMany = FilingProblem(
        "too-many", .conflict,
        LocalizedText(
            "This sheet has \(OfficeState.mostVersions) versions already.",
            ru: "У этого протокола уже \(OfficeState.mostVersions) версий.",
            ky: "Бул протоколдун буга чейин эле \(OfficeState.mostVersions) версиясы бар."),
        LocalizedText(
            "Telephone the commission above; it decides what counts.",
            ru: "Позвоните вышестоящей комиссии; решает она.",
            ky: "Жогорку комиссияга чалыңыз; ал чечет."))

    package static let noImage = FilingProblem(
        "no-image", .invalid,
        LocalizedText(
            "The picture that the sheet names is not here.",
            ru: "Изображения, на которое ссылается протокол, здесь нет.",
            ky: "Протокол көрсөткөн сүрөт бул жерде жок."),
        LocalizedText(
            "Send the picture first, then the sheet.",
            ru: "Сначала отправьте изображение, затем протокол.",
            ky: "Адегенде сүрөттү, анан протоколду жөнөтүңүз."))
}
