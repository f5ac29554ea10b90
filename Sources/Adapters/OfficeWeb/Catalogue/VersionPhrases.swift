import Web

/// The office's catalogue, part four: what may be done with a sheet, and the words for its state.
extension Phrase {
    static let stateWaiting = Phrase(
        "waits for a second person", ru: "ждёт второго человека", ky: "экинчи адамды күтөт")
    static let stateWithdrawn = Phrase("taken back", ru: "отозван", ky: "кайра алынган")
    static let stateReplaced = Phrase(
        "replaced by a correction", ru: "заменён исправлением", ky: "оңдоо менен алмаштырылган")
    static let stateInQuestion = Phrase("in question", ru: "под вопросом", ky: "суроо алдында")
    static let stateFiled = Phrase("filed", ru: "подан", ky: "берилген")
    static let stateCorrected = Phrase("corrected", ru: "исправлен", ky: "оңдолгон")
    static let stateAnnulled = Phrase(
        "annulled: {0}", ru: "аннулирован: {0}", ky: "жокко чыгарылган: {0}")
    static let stateAnnulledShort = Phrase("annulled", ru: "аннулирован", ky: "жокко чыгарылган")
    static let stateRefused = Phrase("refused", ru: "не принят", ky: "кабыл алынган эмес")
    static let stateRefusedSums = Phrase(
        "refused: does not add up", ru: "не принят: не сходится",
        ky: "кабыл алынган эмес: дал келбейт")
    static let stateRefusedFiled = Phrase(
        "refused: another sheet is filed", ru: "не принят: уже подан другой",
        ky: "кабыл алынган эмес: башкасы берилген")
    static let stateReturned = Phrase("returned: {0}", ru: "возвращён: {0}", ky: "кайтарылган: {0}")
    static let stateEntriesDiffer = Phrase(
        "copies differ", ru: "копии расходятся", ky: "көчүрмөлөр айырмаланат")
    static let stateSilent = Phrase("silent", ru: "нет вестей", ky: "кабар жок")

    static let youStatedIt = Phrase(
        "You stated this sheet. It waits for a second person.",
        ru: "Этот протокол внесли вы. Он ждёт второго человека.",
        ky: "Бул протоколду сиз киргиздиңиз. Ал экинчи адамды күтүүдө.")
    static let takeBack = Phrase("Take it back", ru: "Отозвать", ky: "Кайра алуу")
    static let compareAndConfirm = Phrase(
        "Compare with the paper, then confirm", ru: "Сравните с бумагой и подтвердите",
        ky: "Кагаз менен салыштырып, ырастаңыз")
    static let compareHow = Phrase(
        "Stated by {0}. Read every figure on the signed sheet yourself. Once confirmed, the sheet counts and can only be corrected in the open.",
        ru:
            "Внёс(ла): {0}. Сами прочтите каждое число в подписанном протоколе. После подтверждения протокол учтён, исправить его можно только открыто.",
        ky:
            "Киргизген: {0}. Кол коюлган протоколдогу ар бир санды өзүңүз окуңуз. Ырасталгандан кийин протокол эсептелет, аны ачык гана оңдоого болот."
    )
    static let confirmAndFile = Phrase(
        "Confirm and file", ru: "Подтвердить и подать", ky: "Ырастап, берүү")
    static let returnIt = Phrase(
        "Return with a reason", ru: "Вернуть с причиной", ky: "Себеби менен кайтаруу")
    static let returnWhy = Phrase(
        "What is wrong with it?", ru: "Что в нём неверно?", ky: "Эмнеси туура эмес?")
    static let waitsForSecond = Phrase(
        "It waits for a second person.", ru: "Ждёт второго человека.", ky: "Экинчи адамды күтүүдө.")
    static let mayConfirm = Phrase(
        "May confirm: {0}", ru: "Могут подтвердить: {0}", ky: "Ырастай алгандар: {0}")
    static let nobodyMayConfirm = Phrase(
        "Nobody else has an account that may confirm it. Ask an administrator.",
        ru: "Ни у кого больше нет записи с правом подтвердить. Обратитесь к администратору.",
        ky: "Башка эч кимде ырастоого укуктуу эсеп жок. Администраторго кайрылыңыз.")
    static let inQuestionSince = Phrase(
        "In question for {0}", ru: "Под вопросом {0}", ky: "{0} бери суроо алдында")
    static let settleQuestion = Phrase(
        "Settle the question", ru: "Снять вопрос", ky: "Суроону чечүү")
    static let settleLabel = Phrase(
        "How was it settled?", ru: "Как он решён?", ky: "Ал кандай чечилди?")
    static let alarmTitle = Phrase(
        "An alarm has gone off", ru: "Сработал сигнал", ky: "Белги берилди")
    static let alarmText = Phrase(
        "The sheet is filed and counts, but figures marked below differ in a way that an officer must look at.",
        ru:
            "Протокол подан и учтён, но отмеченные ниже числа расходятся так, что их должен посмотреть сотрудник.",
        ky:
            "Протокол берилген жана эсептелет, бирок төмөндө белгиленген сандарды кызматкер карашы керек."
    )
    static let alarmSeenButton = Phrase(
        "I have looked at it", ru: "Я посмотрел(а)", ky: "Карап чыктым")
    static let annulmentWaits = Phrase(
        "Annulment proposed {0} ago", ru: "Аннулирование предложено {0} назад",
        ky: "Жокко чыгаруу {0} мурда сунушталды")
    static let annulCannotBeUndone = Phrase(
        "An annulled sheet leaves the sums, and this cannot be undone: only a new sheet, stated and confirmed by two persons, can take its place. The annulled one stays for everybody to see.",
        ru:
            "Аннулированный протокол исключается из сумм, и отменить это нельзя: его место займёт только новый протокол, внесённый и подтверждённый двумя людьми. Аннулированный остаётся виден всем.",
        ky:
            "Жокко чыгарылган протокол суммадан чыгат жана муну кайтарууга болбойт: анын ордун эки адам киргизип ырастаган жаңы протокол гана алат. Жокко чыгарылганы баарына көрүнүп калат."
    )
    static let confirmAnnulment = Phrase(
        "Annul the sheet", ru: "Аннулировать протокол", ky: "Протоколду жокко чыгаруу")
    static let withdrawAnnulment = Phrase(
        "Withdraw the proposal", ru: "Отозвать предложение", ky: "Сунушту кайра алуу")
    static let stateAgain = Phrase(
        "State the sheet again", ru: "Внести протокол заново", ky: "Протоколду кайра киргизүү")
    static let stateInItsPlace = Phrase(
        "State a sheet in its place", ru: "Внести протокол взамен",
        ky: "Анын ордуна протокол киргизүү")
    static let ifItIsWrong = Phrase(
        "If this sheet is wrong", ru: "Если протокол неверен", ky: "Эгер протокол туура эмес болсо")
    static let correctionMeans = Phrase(
        "A correction is a new version that names this one and says why. Both stay.",
        ru: "Исправление — новая версия, которая называет эту и причину. Обе остаются.",
        ky: "Оңдоо — ушуну атап, себебин айткан жаңы версия. Экөө тең калат.")
    static let raiseQuestion = Phrase(
        "Put the sheet in question", ru: "Поставить под вопрос", ky: "Суроо алдына коюу")
    static let questionWhy = Phrase(
        "What is doubtful?", ru: "Что вызывает сомнение?", ky: "Эмне күмөн туудурат?")
    static let questionIs = Phrase("In question: {0}", ru: "Под вопросом: {0}", ky: "Суроо: {0}")
    static let proposeAnnulment = Phrase(
        "Propose to annul", ru: "Предложить аннулировать", ky: "Жокко чыгарууну сунуштоо")
    static let annulWhy = Phrase(
        "By which decision, and why?", ru: "По какому решению и почему?",
        ky: "Кайсы чечим менен, эмне үчүн?")

    // MARK: Lists

    static let findStation = Phrase("Code or name", ru: "Код или название", ky: "Коду же аты")
    static let onlyWhere = Phrase(
        "Only where a sheet is", ru: "Только где протокол", ky: "Протокол мындай болгондор гана")
    static let stationsFound = Phrase("{0} stations", ru: "Участков: {0}", ky: "{0} участка")
    static let noStationFound = Phrase(
        "No such station here.", ru: "Такого участка здесь нет.", ky: "Мындай участка жок.")
    static let sheetsCaption = Phrase("Sheets, {0}", ru: "Протоколы, {0}", ky: "Протоколдор, {0}")
}
