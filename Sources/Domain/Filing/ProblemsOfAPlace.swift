import Primitives

// What a sheet meets where it is filed: others that are there, and those that wait.

extension FilingProblem {
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
}
