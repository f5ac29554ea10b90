/// The catalogue, part six: watching and assessing.
extension Phrase {
    static let noWatchYet = Phrase(
        "No mission in this record yet. Who is invited and who observes will be here.",
        ru: "Миссии в записи пока нет. Здесь будет сказано, кто приглашён и кто наблюдает.",
        ky: "Жазууда азырынча миссия жок. Ким чакырылды жана ким байкайт, бул жерде болот.")
    static let invitedBy = Phrase("Invited by", ru: "Пригласил(а)", ky: "Чакырган")
    static let invitedOn = Phrase("Invited on", ru: "Дата приглашения", ky: "Чакырылган күнү")
    static let coordinator = Phrase("Coordinator", ru: "Координатор", ky: "Координатор")
    static let funding = Phrase("Paid by", ru: "Кто оплатил", ky: "Ким төлөдү")
    static let unknown = Phrase("not known", ru: "неизвестно", ky: "белгисиз")
    static let pseudonyms = Phrase(
        "Observers are named by pseudonym and sending state; who they are is not in the record.",
        ru:
            "Наблюдатели названы псевдонимом и направившим государством; кто они, в записи не сказано.",
        ky:
            "Байкоочулар лакап аты жана жөнөткөн мамлекети менен аталат; алардын ким экени жазууда жок."
    )
    static let delegations = Phrase("Delegations", ru: "Делегации", ky: "Делегациялар")
    static let delegation = Phrase("Delegation", ru: "Делегация", ky: "Делегация")
    static let chamber = Phrase("Chamber", ru: "Палата", ky: "Палата")
    static let seats = Phrase("Seats", ru: "Мест", ky: "Орундар")
    static let teams = Phrase("Teams", ru: "Группы", ky: "Топтор")
    static let team = Phrase("Team", ru: "Группа", ky: "Топ")
    static let members = Phrase("Members", ru: "Состав", ky: "Мүчөлөрү")

    static let noObservationsYet = Phrase(
        "No observations in this record yet. What the observers saw will be here.",
        ru: "Наблюдений в записи пока нет. Здесь будет то, что видели наблюдатели.",
        ky: "Жазууда азырынча байкоолор жок. Байкоочулар көргөн нерселер бул жерде болот.")
    static let openStatement = Phrase(
        "Read the statement", ru: "Читать заявление", ky: "Билдирүүнү окуу")
    static let statementLead = Phrase(
        "Each sentence opens to the findings that it rests on.",
        ru: "Каждое предложение раскрывается до выводов, на которых оно основано.",
        ky: "Ар бир сүйлөм ал таянган табылгаларга чейин ачылат.")
    static let preliminaryStatement = Phrase(
        "Preliminary statement", ru: "Предварительное заявление", ky: "Алдын ала билдирүү")
    static let finalStatement = Phrase(
        "Final statement", ru: "Окончательное заявление", ky: "Акыркы билдирүү")
    static let findingsCaption = Phrase(
        "What was established", ru: "Что установлено", ky: "Эмне аныкталды")
    static let countedAt = Phrase("Counted", ru: "Сосчитано", ky: "Саналды")
    static let inDocument = Phrase("from a document", ru: "по документу", ky: "документ боюнча")
    static let kept = Phrase("kept", ru: "соблюдено", ky: "сакталды")
    static let notKept = Phrase("not kept", ru: "не соблюдено", ky: "сакталган жок")
    static let visitsCaption = Phrase("Visits", ru: "Посещения", ky: "Баруулар")
    static let arrived = Phrase("Arrived", ru: "Прибытие", ky: "Келген убактысы")
    static let minutes = Phrase("Minutes observed", ru: "Минут наблюдения", ky: "Байкоо мүнөттөрү")
    static let form = Phrase("Form", ru: "Анкета", ky: "Баракча")
    static let filed = Phrase("filed", ru: "сдана", ky: "тапшырылды")
    static let entryRefused = Phrase("not let in", ru: "не впустили", ky: "киргизилген жок")
    static let couldNotEnter = Phrase(
        "Stations that nobody could enter", ru: "Участки, куда не смогли войти",
        ky: "Эч ким кире албаган участкалар")
    static let neverVisited = Phrase(
        "Stations that nobody went to", ru: "Участки, куда никто не ездил",
        ky: "Эч ким барбаган участкалар")
    static let yes = Phrase("yes", ru: "да", ky: "ооба")
    static let no = Phrase("no", ru: "нет", ky: "жок")
    static let sentence = Phrase("Sentence", ru: "Предложение", ky: "Сүйлөм")
    static let findings = Phrase("Findings", ru: "Установлено", ky: "Табылгалар")
    static let findingTitle = Phrase("Finding", ru: "Установленный факт", ky: "Табылга")
    static let findingNumber = Phrase("Finding {0}", ru: "Факт {0}", ky: "Табылга {0}")
    static let observationTitle = Phrase("Observation", ru: "Наблюдение", ky: "Байкоо")
    static let observations = Phrase("Observations", ru: "Наблюдения", ky: "Байкоолор")
    static let observationOf = Phrase(
        "Observation at {0}", ru: "Наблюдение на участке {0}", ky: "{0} участкасындагы байкоо")
    static let observationBy = Phrase(
        "Observed by {0}", ru: "Наблюдала группа {0}", ky: "{0} тобу байкады")
    static let whereSeen = Phrase(
        "visits in which it could be seen", ru: "посещений, при которых это можно было видеть",
        ky: "муну көрүүгө мүмкүн болгон баруулар")
    static let convenienceSample = Phrase(
        "Stations were not chosen at random; the figure speaks of those visited and of no others.",
        ru: "Участки выбраны не случайно; число относится только к посещённым.",
        ky: "Участкалар кокустан тандалган эмес; сан барган участкаларга гана тиешелүү.")
    static let standards = Phrase("Standards", ru: "Нормы", ky: "Ченемдер")
    static let evidence = Phrase("Evidence", ru: "Свидетельства", ky: "Далилдер")
    static let citedBy = Phrase("Cited by", ru: "На это ссылаются", ky: "Буга шилтеме кылат")
    static let notKnown = Phrase("What is not known", ru: "Что неизвестно", ky: "Эмне белгисиз")
    static let allSeen = Phrase(
        "Every station was visited.", ru: "Все участки посещены.",
        ky: "Бардык участкаларга барышты.")
    static let answers = Phrase("Answers", ru: "Ответы", ky: "Жооптор")
    static let asked = Phrase("Question", ru: "Вопрос", ky: "Суроо")
    static let answered = Phrase("Answer", ru: "Ответ", ky: "Жооп")
    static let openStation = Phrase("Open the station", ru: "Открыть участок", ky: "Участканы ачуу")
}
