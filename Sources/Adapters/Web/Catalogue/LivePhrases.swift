/// The catalogue, part seven: the count as it goes on. The shell, the front page, contests, districts.
extension Phrase {
    static let liveFront = Phrase("The count", ru: "Подсчёт", ky: "Эсептөө")
    static let livePages = Phrase(
        "Pages of the count", ru: "Страницы подсчёта", ky: "Эсептөөнүн беттери")
    static let liveCheck = Phrase(
        "Check it yourself", ru: "Проверьте сами", ky: "Өзүңүз текшериңиз")
    static let signIn = Phrase(
        "Sign in to the office", ru: "Вход для сотрудников", ky: "Кызматкерлер үчүн кирүү")
    static let reload = Phrase("Reload", ru: "Обновить страницу", ky: "Бетти жаңыртуу")
    static let asOfAct = Phrase(
        "{0}, through act {1} of the log.", ru: "{0}, по запись журнала № {1} включительно.",
        ky: "{0}, журналдын № {1} жазуусуна чейин.")
    static let linkOfAct = Phrase(
        "Link of act {0}, which seals all acts before it:",
        ru: "Звено записи № {0}, скрепляющее все предыдущие:",
        ky: "№ {0} жазуунун звеносу, мурдагылардын баарын бекитет:")
    static let updatedAgo = Phrase(
        "Updated {0} {1} ago.", ru: "Обновлено {0} {1} назад.", ky: "{0} {1} мурун жаңыртылды.")
    static let secondsShort = Phrase("s", ru: "с", ky: "сек")
    static let minutesShort = Phrase("min", ru: "мин", ky: "мүн")
    static let offlineSince = Phrase(
        "Offline. What you see: {0}. It will go on by itself.",
        ru: "Нет связи. На экране: {0}. Продолжится само.",
        ky: "Байланыш жок. Экранда: {0}. Өзү уланат.")
    static let changedSinceLooked = Phrase(
        "Changed since you looked", ru: "Изменилось с тех пор, как вы смотрели",
        ky: "Сиз карагандан бери өзгөрдү")
    static let noElectionYet = Phrase(
        "The count will be here when the commission has set up its election.",
        ru: "Подсчёт появится здесь, когда комиссия настроит выборы.",
        ky: "Комиссия шайлоону орноткондо эсептөө бул жерде болот.")

    // How far figures may be quoted.
    static let changedWord = Phrase(
        "changed since published", ru: "изменено после публикации",
        ky: "жарыялангандан кийин өзгөрдү")
    static let changedMark = Phrase("changed", ru: "изменено", ky: "өзгөрдү")
    static let changedSeries = Phrase(
        "Changed since published", ru: "Изменено после публикации",
        ky: "Жарыялангандан кийин өзгөрдү")
    static let seriesAnd = Phrase("{0}, {1}", ru: "{0}, {1}", ky: "{0}, {1}")
    static let captionAnd = Phrase("{0} ({1}, {2})", ru: "{0} ({1}, {2})", ky: "{0} ({1}, {2})")
    static let captionTwo = Phrase("{0} ({1})", ru: "{0} ({1})", ky: "{0} ({1})")
    static let nameAndCount = Phrase("{0} ({1})", ru: "{0} ({1})", ky: "{0} ({1})")
    static let scannerCount = Phrase("Scanner count", ru: "Подсчёт сканером", ky: "Сканердин эсеби")
    static let handCountLong = Phrase("Hand count", ru: "Ручной подсчёт", ky: "Кол менен саноо")
    static let seriesReported = Phrase(
        "Hourly reports of the stations", ru: "Почасовые сообщения участков",
        ky: "Участкалардын сааттык кабарлары")
    static let finalLine = Phrase(
        "Published as final by two officers on {0} (act {1}).",
        ru: "Опубликовано как окончательное двумя сотрудниками {0} (запись № {1}).",
        ky: "Эки кызматкер акыркы деп {0} жарыялады (№ {1} жазуу).")
    static let changedLine = Phrase(
        "A final result was published on {0} (act {1}); the figures here are newer and not yet published.",
        ru:
            "Окончательный результат опубликован {0} (запись № {1}); цифры здесь новее и ещё не опубликованы.",
        ky:
            "Акыркы жыйынтык {0} жарыяланган (№ {1} жазуу); бул жердеги сандар жаңыраак жана жарыялана элек."
    )
    static let wholeLine = Phrase(
        "Every station is in; two officers have not yet published it as final.",
        ru:
            "Поступили данные всех участков; двое сотрудников ещё не опубликовали их как окончательные.",
        ky: "Бардык участкалардан келди; эки кызматкер аны акыркы деп жарыялай элек.")
    static let partLine = Phrase(
        "{0} are in these figures. They will change.",
        ru: "В этих цифрах {0}. Они изменятся.", ky: "Бул сандарда {0} бар. Алар өзгөрөт.")
    static let outcomeNotFinal = Phrase(
        "By the figures so far; not the final result.",
        ru: "По имеющимся цифрам; это не окончательный результат.",
        ky: "Азыркы сандар боюнча; бул акыркы жыйынтык эмес.")
    static let outcomeWaits = Phrase(
        "The outcome is stated when every station is in. Until then these are only the figures so far.",
        ru:
            "Исход указывается, когда поступят данные всех участков. До того это лишь текущие цифры.",
        ky: "Жыйынтык бардык участкалардан келгенде айтылат. Ага чейин бул учурдагы сандар гана.")

    // Front.
    static let inTheSums = Phrase("{0} in the sums.", ru: "В суммах {0}.", ky: "Суммаларда {0}.")
    static let questionAndAnnulled = Phrase(
        "Sheets in question stay in the sums until they are decided; annulled sheets are left out.",
        ru: "Протоколы под вопросом остаются в суммах до решения; аннулированные исключены.",
        ky:
            "Суроо астындагы протоколдор чечилгенге чейин суммада калат; жокко чыгарылгандар кирбейт."
    )
    static let noSheetsYet = Phrase(
        "No sheet has been filed yet. The figures come here as the commissions file their sheets.",
        ru: "Ни один протокол ещё не сдан. Цифры появятся по мере сдачи протоколов комиссиями.",
        ky: "Азырынча бир да протокол тапшырылган жок. Комиссиялар тапшырган сайын сандар келет.")
    static let otherSeriesApart = Phrase(
        "{0}: {1}. It is a series of its own and is never added to the figures above.",
        ru: "{0}: {1}. Это отдельный ряд, он никогда не складывается с цифрами выше.",
        ky: "{0}: {1}. Бул өзүнчө катар, жогорку сандарга эч качан кошулбайт.")
    static let openOtherSeries = Phrase(
        "See that series", ru: "Посмотреть этот ряд", ky: "Ошол катарды көрүү")
    static let apartNote = Phrase(
        "A series of its own. What the law goes by is this: {0}.",
        ru: "Отдельный ряд. По закону решает: {0}.", ky: "Өзүнчө катар. Мыйзам боюнча чечет: {0}.")
    static let howToFollow = Phrase(
        "Look closer", ru: "Посмотреть ближе", ky: "Жакыныраак кароо")
    static let openBoard = Phrase(
        "Where every station stands", ru: "Состояние каждого участка", ky: "Ар бир участканын абалы"
    )
    static let openMachine = Phrase(
        "Where scanner and hand count differ", ru: "Где сканер и ручной подсчёт расходятся",
        ky: "Сканер менен кол эсеби кайда айырмаланат")
    static let openCheck = Phrase(
        "Redo the sums yourself", ru: "Пересчитать суммы самому",
        ky: "Суммаларды өзүңүз кайра эсептеңиз")
    static let turnoutAtHour = Phrase(
        "Turnout by {0} local time", ru: "Явка на {0} по местному времени",
        ky: "Жергиликтүү убакыт боюнча {0} карата катышуу")
    static let turnoutOnSheets = Phrase(
        "Turnout by the sheets", ru: "Явка по протоколам", ky: "Протоколдор боюнча катышуу")

    // Contest and district.
    static let publicationsTitle = Phrase(
        "What was published as final", ru: "Что опубликовано как окончательное",
        ky: "Акыркы деп эмне жарыяланды")
    static let publicationWaits = Phrase(
        "One officer has proposed these sums as final; a second has not yet confirmed them.",
        ru: "Один сотрудник предложил эти суммы как окончательные; второй ещё не подтвердил.",
        ky: "Бир кызматкер бул суммаларды акыркы деп сунуштады; экинчиси ырастай элек.")
    static let publishedLine = Phrase(
        "{0}: confirmed by a second officer (act {1}), sums through act {2}.",
        ru: "{0}: подтверждено вторым сотрудником (запись № {1}), суммы по запись № {2}.",
        ky: "{0}: экинчи кызматкер ырастады (№ {1} жазуу), суммалар № {2} жазууга чейин.")
    static let sumsDigest = Phrase(
        "SHA-256 of the sums:", ru: "SHA-256 сумм:", ky: "Суммалардын SHA-256:")
    static let opensToSheets = Phrase(
        "Each row opens to its stations, each station to its sheet and its scan.",
        ru: "Каждая строка раскрывается до участков, участок до протокола и его снимка.",
        ky: "Ар бир сап участкаларга, участка протоколго жана анын сүрөтүнө чейин ачылат.")
    static let downloads = Phrase("Downloads", ru: "Скачать", ky: "Жүктөп алуу")
    static let shadedInQuestion = Phrase(
        "Shaded sheets are in question and stay in the sums.",
        ru: "Выделенные протоколы под вопросом и остаются в суммах.",
        ky: "Боёлгон протоколдор суроо астында жана суммада калат.")
    static let stationsAsTiles = Phrase(
        "Stations as tiles", ru: "Участки плитками", ky: "Участкалар плитка түрүндө")
    static let openTurnout = Phrase(
        "Turnout through the day", ru: "Явка в течение дня", ky: "Күн ичиндеги катышуу")
    static let pagesOfList = Phrase(
        "Pages of this list", ru: "Страницы списка", ky: "Тизменин беттери")
    static let pageBefore = Phrase("Previous page", ru: "Предыдущая страница", ky: "Мурунку бет")
    static let pageAfter = Phrase("Next page", ru: "Следующая страница", ky: "Кийинки бет")
    static let pageOf = Phrase(
        "Page {0} of {1}", ru: "Страница {0} из {1}", ky: "{1} беттин {0}-бети")
    static let seeEqual = Phrase(
        "{0} and {1} have the same number of votes, {2} each.",
        ru: "У {0} и {1} поровну голосов, по {2}.", ky: "{0} жана {1} бирдей добуш алды, {2}.")

    // Maps.
    static let legend = Phrase("Legend", ru: "Обозначения", ky: "Шарттуу белгилер")
    static let tilesNote = Phrase(
        "Districts as squares of equal size, in the order of the table: no map has been imported.",
        ru: "Округа в виде равных квадратов в порядке таблицы: карта не загружена.",
        ky: "Округдар таблицанын тартибиндеги бирдей чарчы: карта жүктөлгөн эмес.")
    static let leaderMapTitle = Phrase(
        "Most votes in each district: {0}", ru: "Больше всего голосов в округах: {0}",
        ky: "Ар бир округда эң көп добуш: {0}")
    static let turnoutMapTitle = Phrase(
        "Turnout by {0} local time, per cent, preliminary",
        ru: "Явка на {0} по местному времени, в процентах, предварительно",
        ky: "Жергиликтүү убакыт боюнча {0} карата катышуу, пайыз, алдын ала")
    static let legendLeads = Phrase(
        "{0} has most votes", ru: "{0}: больше всего голосов", ky: "{0}: эң көп добуш")
    static let legendMoreThanHalf = Phrase(
        "Full: more than half", ru: "Сплошь: больше половины", ky: "Толук: жарымынан көп")
    static let legendHalfOrLess = Phrase(
        "Dotted: half or less", ru: "В точку: половина или меньше", ky: "Чекиттүү: жарымы же аз")
    static let legendUnknown = Phrase(
        "Nothing yet, or equal votes", ru: "Данных нет или голоса равны",
        ky: "Азырынча жок же добуштар тең")
    static let legendRange = Phrase("{0} to {1}", ru: "{0} – {1}", ky: "{0} – {1}")
    static let legendNotAll = Phrase(
        "Dotted: not all stations reported", ru: "В точку: сообщили не все участки",
        ky: "Чекиттүү: бардык участкалар кабарлаган жок")
    static let areaUnknown = Phrase(
        "{0}: nothing yet, {1}", ru: "{0}: пока нет, {1}", ky: "{0}: азырынча жок, {1}")
    static let areaLeader = Phrase(
        "{0}: {1}, {2}; {3}", ru: "{0}: {1}, {2}; {3}", ky: "{0}: {1}, {2}; {3}")
    static let areaTurnout = Phrase("{0}: {1}; {2}", ru: "{0}: {1}; {2}", ky: "{0}: {1}; {2}")
    static let seeLeads = Phrase(
        "{0} has most votes in {1} of {2} districts.",
        ru: "{0}: больше всего голосов в {1} из {2} округов.",
        ky: "{0}: {2} округдун {1} эң көп добуш.")
    static let seeUnknown = Phrase(
        "Districts without a leader yet: {0}.", ru: "Округов пока без лидера: {0}.",
        ky: "Азырынча алдыга чыкканы жок округдар: {0}.")
    static let seeHighLow = Phrase(
        "Highest: {0}, {1}. Lowest: {2}, {3}.", ru: "Выше всего: {0}, {1}. Ниже всего: {2}, {3}.",
        ky: "Эң жогору: {0}, {1}. Эң төмөн: {2}, {3}.")
    static let mapTableBelow = Phrase(
        "The table below says the same in figures.", ru: "Таблица ниже говорит то же цифрами.",
        ky: "Төмөнкү таблица ошону сандар менен айтат.")
}

extension Counted {
    static let sheets = Counted(
        ["sheet", "sheets"], ru: ["протокол", "протокола", "протоколов"],
        ky: ["протокол", "протокол"])
    static let acts = Counted(
        ["act", "acts"], ru: ["запись", "записи", "записей"], ky: ["жазуу", "жазуу"])
    static let byteCount = Counted(
        ["byte", "bytes"], ru: ["байт", "байта", "байт"], ky: ["байт", "байт"])
}
