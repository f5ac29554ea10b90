/// The catalogue, part three: results, districts, stations and sheets.
extension Phrase {
    static let nation = Phrase("Nation", ru: "Страна", ky: "Өлкө")
    static let district = Phrase("District", ru: "Округ", ky: "Округ")
    static let station = Phrase("Station", ru: "Участок", ky: "Участка")
    static let sheet = Phrase("Sheet", ru: "Протокол", ky: "Протокол")
    static let sheets = Phrase("Results sheets", ru: "Протоколы", ky: "Протоколдор")
    static let paper = Phrase("Paper", ru: "Бюллетень", ky: "Бюллетень")
    static let papers = Phrase("Papers", ru: "Бюллетени", ky: "Бюллетендер")
    static let contest = Phrase("Contest", ru: "Голосование", ky: "Добуш берүү")
    static let stationsTitle = Phrase("Stations", ru: "Участки", ky: "Участкалар")

    static let turnout = Phrase("Turnout", ru: "Явка", ky: "Катышуу")
    static let registered = Phrase("Registered", ru: "Зарегистрировано", ky: "Катталган")
    static let tookPart = Phrase("Took part", ru: "Приняли участие", ky: "Катышты")
    static let votes = Phrase("Votes", ru: "Голоса", ky: "Добуштар")
    static let notValid = Phrase("Not valid", ru: "Недействительны", ky: "Жараксыз")
    static let invalidPapers = Phrase(
        "Papers not valid", ru: "Недействительные бюллетени", ky: "Жараксыз бюллетендер")
    static let ofRegistered = Phrase("registered", ru: "зарегистрированных", ky: "катталгандан")
    static let ofParticipants = Phrase(
        "who took part", ru: "принявших участие", ky: "катышкандан")
    static let ofValid = Phrase("valid papers", ru: "действительных", ky: "жарактуу бюллетенден")
    static let ofAdmitted = Phrase("admitted", ru: "допущенных", ky: "киргизилгенден")
    static let ofManifest = Phrase(
        "papers in the manifest", ru: "бюллетеней по описи", ky: "тизмедеги бюллетенден")
    static let ofPapers = Phrase(
        "papers read", ru: "прочтённых бюллетеней", ky: "окулган бюллетенден")
    static let ofSheets = Phrase("sheets", ru: "протоколов", ky: "протоколдон")
    static let ofDrawnPapers = Phrase(
        "papers drawn", ru: "выбранных бюллетеней", ky: "тандалган бюллетенден")

    static let seriesHand = Phrase(
        "Hand count on the sheets", ru: "Ручной подсчёт по протоколам",
        ky: "Протоколдор боюнча кол менен саноо")
    static let seriesMachine = Phrase(
        "Machine reading", ru: "Чтение машиной", ky: "Машинанын окуусу")
    static let seriesPerson = Phrase(
        "Person's reading after the machine", ru: "Чтение человеком после машины",
        ky: "Машинадан кийин адамдын окуусу")
    static let seriesDesk = Phrase(
        "Counts of the admission desks", ru: "Счётчики столов допуска",
        ky: "Киргизүү столдорунун эсеби")
    static let seriesAudit = Phrase(
        "Audit by hand against machine", ru: "Аудит: ручное чтение против машинного",
        ky: "Аудит: колго каршы машина")
    static let seriesObserved = Phrase(
        "Observers' forms", ru: "Анкеты наблюдателей", ky: "Байкоочулардын баракчалары")
    static let finalWord = Phrase("final", ru: "окончательно", ky: "акыркы")
    static let preliminaryWord = Phrase("preliminary", ru: "предварительно", ky: "алдын ала")
    static let finalSeries = Phrase("Final", ru: "Окончательно", ky: "Акыркы")
    static let preliminarySeries = Phrase("Preliminary", ru: "Предварительно", ky: "Алдын ала")

    static let noResultsYet = Phrase(
        "No result yet. The totals will be here when the stations have filed their sheets.",
        ru: "Результата пока нет. Итоги появятся здесь, когда участки сдадут протоколы.",
        ky:
            "Азырынча жыйынтык жок. Участкалар протоколдорун тапшырганда жыйынтыктар бул жерде болот."
    )
    static let noRuleNoOutcome = Phrase(
        "No rule given, so no outcome is stated.",
        ru: "Правило не задано, поэтому исход не указан.",
        ky: "Эреже берилген эмес, ошондуктан жыйынтык айтылбайт.")
    static let conditionMet = Phrase("Condition met", ru: "Условие выполнено", ky: "Шарт аткарылды")
    static let conditionNotMet = Phrase(
        "Condition not met", ru: "Условие не выполнено", ky: "Шарт аткарылган жок")
    static let byDistrict = Phrase("By district", ru: "По округам", ky: "Округдар боюнча")
    static let byDistrictLead = Phrase(
        "Each row opens to its stations, each station to its sheet, each sheet to its papers.",
        ru: "Каждая строка раскрывается до участков, участок до протокола, протокол до бюллетеней.",
        ky: "Ар бир сап участкаларга, участка протоколго, протокол бюллетендерге чейин ачылат.")
    static let votesCaption = Phrase(
        "Votes: {0}", ru: "Голоса: {0}", ky: "Добуштар: {0}")
    static let districtCaption = Phrase(
        "Sums by district: {0}", ru: "Суммы по округам: {0}", ky: "Округдар боюнча суммалар: {0}")
    static let stationCaption = Phrase(
        "Sheets of the stations: {0}", ru: "Протоколы участков: {0}",
        ky: "Участкалардын протоколдору: {0}")
    static let districtSum = Phrase("District", ru: "Всего по округу", ky: "Округ боюнча")
    static let optionOnPaper = Phrase(
        "On the paper", ru: "В бюллетене", ky: "Бюллетенде")
    static let shareOfParticipants = Phrase(
        "Of those who took part", ru: "От принявших участие", ky: "Катышкандардан")
    static let shareOfValid = Phrase(
        "Of valid papers", ru: "От действительных", ky: "Жарактуулардан")
    static let shareOfRegistered = Phrase(
        "Of the registered", ru: "От зарегистрированных", ky: "Катталгандардан")
    static let roundingNote = Phrase(
        "Shares are computed from whole numbers and rounded half up; a share of fewer than thirty is given as a count.",
        ru:
            "Доли вычислены из целых чисел, половина округляется вверх; доля от числа меньше тридцати даётся счётом.",
        ky:
            "Үлүштөр бүтүн сандардан эсептелип, жарымы жогору тегеректелет; отуздан аз сандын үлүшү эсеп менен берилет."
    )
    static let sumNote = Phrase(
        "The rounded shares of those who took part add up to {0}, because each is rounded by itself.",
        ru:
            "Округлённые доли от принявших участие дают в сумме {0}, потому что каждая округлена отдельно.",
        ky:
            "Катышкандардан тегеректелген үлүштөрдүн суммасы {0}, анткени ар бири өзүнчө тегеректелген."
    )
    static let shadedRows = Phrase(
        "Shaded sheets do not add up.", ru: "Выделены протоколы, в которых числа не сходятся.",
        ky: "Боёлгон протоколдордо сандар дал келбейт.")
    static let plotTitle = Phrase(
        "How the votes are divided: {0}", ru: "Как распределились голоса: {0}",
        ky: "Добуштар кандай бөлүндү: {0}")
    static let plotBase = Phrase(
        "Per cent of {1} {0}; {2}", ru: "В процентах от {1} {0}; {2}",
        ky: "{1} {0} пайыз менен; {2}")
    static let moreThanNeeded = Phrase(
        "more than {0} is needed", ru: "нужно больше {0}", ky: "{0} көп керек")
    static let seeFirst = Phrase(
        "{0} has the most votes, {1}.", ru: "Больше всего голосов: {0}, {1}.",
        ky: "Эң көп добуш: {0}, {1}.")
    static let seeSecond = Phrase(
        "{0} is second with {1}, {2}.", ru: "На втором месте: {0}, {1}, на {2}.",
        ky: "Экинчи орунда: {0}, {1}, {2}.")
    static let seeOver = Phrase(
        "Above the line of {0} stands: {1}.", ru: "Выше черты в {0} стоит: {1}.",
        ky: "{0} сызыгынан жогору: {1}.")
    static let seeNoneOver = Phrase(
        "Nobody stands above the line of {0}.", ru: "Выше черты в {0} нет никого.",
        ky: "{0} сызыгынан эч ким жогору эмес.")
    static let seeLast = Phrase(
        "{0} has the fewest, {1}.", ru: "Меньше всего: {0}, {1}.", ky: "Эң азы: {0}, {1}.")
    static let openResults = Phrase(
        "Table, picture and districts: {0}", ru: "Таблица, рисунок и округа: {0}",
        ky: "Таблица, сүрөт жана округдар: {0}")

    static let stationLine = Phrase(
        "{0}, district {1}", ru: "{0}, округ {1}", ky: "{0}, {1} округу")
    static let atMission = Phrase(
        "at a diplomatic mission", ru: "при дипломатическом представительстве",
        ky: "дипломатиялык өкүлчүлүктө")
    static let hours = Phrase("Open", ru: "Открыт", ky: "Ачык")
    static let fromTo = Phrase(
        "{0} to {1} local time ({2})", ru: "с {0} до {1} по местному времени ({2})",
        ky: "жергиликтүү убакыт боюнча {0}–{1} ({2})")
    static let machineAndHand = Phrase(
        "Machine against hand", ru: "Машина и ручной подсчёт", ky: "Машина жана кол менен саноо")
    static let handCount = Phrase("Hand", ru: "Вручную", ky: "Кол менен")
    static let machineCount = Phrase("Machine", ru: "Машина", ky: "Машина")
    static let difference = Phrase("Difference", ru: "Разница", ky: "Айырма")
    static let comparedAsPool = Phrase(
        "The machine's count is published for the batch, so the sheets of its stations are added.",
        ru: "Машинный подсчёт публикуется по группе, поэтому протоколы её участков сложены.",
        ky:
            "Машинанын эсеби топ боюнча жарыяланат, ошондуктан анын участкаларынын протоколдору кошулду."
    )
    static let pooledWith = Phrase(
        "Papers of {0} are kept together, because a batch may not have fewer than {1}.",
        ru: "Бюллетени участков {0} хранятся вместе: в группе не может быть меньше {1}.",
        ky: "{0} участкаларынын бюллетендери чогуу сакталат: топто {1} аз болбошу керек.")
    static let admissions = Phrase(
        "Admissions", ru: "Допуск избирателей", ky: "Шайлоочуларды киргизүү")
    static let admitted = Phrase(
        "Admitted and given the papers", ru: "Допущены и получили бюллетени",
        ky: "Киргизилип, бюллетень алышты")
    static let byFallback = Phrase(
        "Of these, by two officers", ru: "Из них двумя членами комиссии",
        ky: "Анын ичинен эки мүчө тарабынан")
    static let refused = Phrase("Refused", ru: "Отказы", ky: "Баш тартуулар")
    static let reason = Phrase("Reason", ru: "Причина", ky: "Себеби")
    static let readiness = Phrase(
        "Readiness of the stations", ru: "Готовность участков", ky: "Участкалардын даярдыгы")
    static let readinessHere = Phrase("Readiness", ru: "Готовность", ky: "Даярдыгы")
    static let ready = Phrase("ready", ru: "готов", ky: "даяр")
    static let notReady = Phrase("not ready", ru: "не готов", ky: "даяр эмес")
    static let readinessCaption = Phrase(
        "Readiness on the eve", ru: "Готовность накануне", ky: "Алдыңкы күнү даярдык")
    static let equipment = Phrase("Equipment", ru: "Оборудование", ky: "Жабдуулар")
    static let devices = Phrase("Devices", ru: "Устройств", ky: "Түзүлүштөр")
    static let serial = Phrase("Serial number", ru: "Серийный номер", ky: "Сериялык номери")
    static let test = Phrase("Test", ru: "Проверка", ky: "Текшерүү")
    static let scanner = Phrase("ballot scanner", ru: "сканер бюллетеней", ky: "бюллетень сканери")
    static let identification = Phrase(
        "voter identification", ru: "идентификация избирателя", ky: "шайлоочуну таануу")
    static let testedOn = Phrase("tested {0}", ru: "проверено {0}", ky: "{0} текшерилди")
    static let notTested = Phrase("not tested", ru: "не проверено", ky: "текшерилген эмес")
    static let allTested = Phrase("all tested", ru: "всё проверено", ky: "баары текшерилди")
    static let untestedDevices = Phrase(
        "not tested: {0}", ru: "не проверено: {0}", ky: "текшерилген эмес: {0}")
    static let staff = Phrase("Staff", ru: "Членов комиссии", ky: "Комиссия мүчөлөрү")
    static let papersDelivered = Phrase(
        "Papers delivered", ru: "Доставлено бюллетеней", ky: "Жеткирилген бюллетендер")
    static let screens = Phrase("Voting screens", ru: "Кабин", ky: "Кабиналар")
    static let ministryPrepared = Phrase(
        "Foreign ministry", ru: "Министерство иностранных дел", ky: "Тышкы иштер министрлиги")
    static let whoObserved = Phrase("Who observed", ru: "Кто наблюдал", ky: "Ким байкады")
    static let nobodyVisited = Phrase(
        "No observer of the mission visited this station.",
        ru: "Наблюдатели миссии не посещали этот участок.",
        ky: "Миссиянын байкоочулары бул участкага барган жок.")
    static let addsUp = Phrase("adds up", ru: "сходится", ky: "дал келет")
    static let doesNotAddUp = Phrase("does not add up", ru: "не сходится", ky: "дал келбейт")
    static let noSheetYet = Phrase("no sheet yet", ru: "протокола нет", ky: "протокол жок")
    static let noSheetYetLong = Phrase(
        "No sheet yet. It will be here when the station's commission has signed and filed it.",
        ru: "Протокола пока нет. Он появится, когда комиссия участка подпишет и сдаст его.",
        ky: "Азырынча протокол жок. Участканын комиссиясы кол коюп тапшырганда бул жерде болот.")
    static let noTurnoutYet = Phrase(
        "No counts of admission yet. The station's desk hands them on at the close.",
        ru: "Данных о допуске пока нет. Стол допуска передаёт их при закрытии.",
        ky: "Киргизүү боюнча эсеп азырынча жок. Стол аны жабылганда өткөрүп берет.")
    static let noReadinessYet = Phrase(
        "Nothing is known yet of the readiness of the stations.",
        ru: "О готовности участков пока ничего не известно.",
        ky: "Участкалардын даярдыгы тууралуу азырынча эч нерсе белгисиз.")
    static let observersNotLetIn = Phrase(
        "observers kept out", ru: "не впустили", ky: "киргизбеди")
    static let notObserved = Phrase("not observed", ru: "не наблюдалось", ky: "байкалган жок")

    static let sheetOfStation = Phrase(
        "Signed by the commission: {0}", ru: "Подписано комиссией: {0}",
        ky: "Комиссия кол койду: {0}")
    static let allEquationsHold = Phrase(
        "All equations of the form hold.", ru: "Все равенства формы выполняются.",
        ky: "Форманын бардык теңдемелери аткарылат.")
    static let equations = Phrase(
        "Equations of the form", ru: "Равенства формы", ky: "Форманын теңдемелери")
    static let bracketsNote = Phrase(
        "In brackets: the line of the sheet.", ru: "В скобках: строка протокола.",
        ky: "Кашаада: протоколдун сабы.")
    static let allVotes = Phrase("all votes", ru: "все голоса", ky: "бардык добуштар")
    static let holds = Phrase("holds", ru: "выполняется", ky: "аткарылат")
    static let doesNotHold = Phrase("does not hold", ru: "не выполняется", ky: "аткарылбайт")
    static let doesNotHoldBy = Phrase(
        "does not hold, by {0}", ru: "не выполняется, на {0}", ky: "аткарылбайт, {0} айырма")
    static let doesNotHoldFor = Phrase(
        "does not hold: {0}", ru: "не выполняется: {0}", ky: "аткарылбайт: {0}")
    static let softBrokenBy = Phrase(
        "differs by {0}; asks for a reason", ru: "расходится на {0}; нужно объяснение",
        ky: "{0} айырмаланат; түшүндүрмө керек")
    static let figuresSigned = Phrase(
        "Figures signed", ru: "Подписанные числа", ky: "Кол коюлган сандар")
    static let linesCaption = Phrase(
        "Lines of the sheet", ru: "Строки протокола", ky: "Протоколдун саптары")
    static let line = Phrase("Line", ru: "Строка", ky: "Сап")
    static let meaning = Phrase("Meaning", ru: "Значение", ky: "Мааниси")
    static let figure = Phrase("Figure", ru: "Число", ky: "Сан")
    static let downToPaper = Phrase(
        "Down to the papers", ru: "К бюллетеням", ky: "Бюллетендерге чейин")
    static let sheetsThatAddUp = Phrase(
        "Sheets that add up", ru: "Протоколов, где числа сходятся",
        ky: "Сандары дал келген протоколдор")
    static let whatDoesNotAddUp = Phrase(
        "What does not add up", ru: "Что не сходится", ky: "Эмне дал келбейт")
}
