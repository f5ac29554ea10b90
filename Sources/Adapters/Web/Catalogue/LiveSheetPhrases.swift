/// The catalogue, part eight: stations, their sheets and every version of them.
extension Phrase {
    // How a sheet stands.
    static let statusFiled = Phrase("filed", ru: "сдан", ky: "тапшырылды")
    static let statusCorrected = Phrase("corrected", ru: "исправлен", ky: "оңдолду")
    static let statusInQuestion = Phrase("in question", ru: "под вопросом", ky: "суроо астында")
    static let statusReturned = Phrase(
        "returned to the commission", ru: "возвращён комиссии", ky: "комиссияга кайтарылды")
    static let statusChecking = Phrase("being checked", ru: "проверяется", ky: "текшерилүүдө")
    static let statusSilent = Phrase("silent", ru: "нет данных", ky: "маалымат жок")
    static let statusAnnulled = Phrase("annulled", ru: "аннулирован", ky: "жокко чыгарылды")
    static let statusReplaced = Phrase("replaced", ru: "заменён", ky: "алмаштырылды")
    static let statusWithdrawn = Phrase("taken back", ru: "отозван", ky: "кайтарып алынды")

    static let columnFiled = Phrase("Filed", ru: "Сдано", ky: "Тапшырылды")
    static let columnCorrected = Phrase("Corrected", ru: "Исправлено", ky: "Оңдолду")
    static let columnInQuestion = Phrase("In question", ru: "Под вопросом", ky: "Суроо астында")
    static let columnReturned = Phrase("Returned", ru: "Возвращено", ky: "Кайтарылды")
    static let columnChecking = Phrase("Being checked", ru: "Проверяется", ky: "Текшерилүүдө")
    static let columnSilent = Phrase("Silent", ru: "Нет данных", ky: "Маалымат жок")
    static let columnAnnulled = Phrase("Annulled", ru: "Аннулировано", ky: "Жокко чыгарылды")

    static let meansFiled = Phrase(
        "Stated and confirmed by two persons; it is in the sums.",
        ru: "Заявлен и подтверждён двумя лицами; входит в суммы.",
        ky: "Эки адам билдирип, ырастады; суммага кирет.")
    static let meansCorrected = Phrase(
        "A newer version took the place of the first; the newer one is in the sums, both stay here.",
        ru: "Новая версия заменила первую; в суммах новая, обе остаются здесь.",
        ky: "Жаңы версия биринчисин алмаштырды; суммада жаңысы, экөө тең бул жерде калат.")
    static let meansInQuestion = Phrase(
        "Filed, and somebody has a doubt that is not settled; it stays in the sums.",
        ru: "Сдан, и есть неснятое сомнение; остаётся в суммах.",
        ky: "Тапшырылды, бирок чечилбеген күмөн бар; суммада калат.")
    static let meansReturned = Phrase(
        "The office returned it to the commission; it is not in the sums, and its figures are not shown.",
        ru: "Возвращён комиссии; в суммы не входит, его цифры не показываются.",
        ky: "Комиссияга кайтарылды; суммага кирбейт, сандары көрсөтүлбөйт.")
    static let meansChecking = Phrase(
        "It has come and waits for a second person; its figures are shown when it is filed.",
        ru: "Поступил и ждёт второго лица; цифры появятся, когда он будет сдан.",
        ky: "Келди жана экинчи адамды күтүүдө; тапшырылганда сандары көрсөтүлөт.")
    static let meansSilent = Phrase(
        "Nothing has come from the station yet.", ru: "С участка пока ничего не поступило.",
        ky: "Участкадан азырынча эч нерсе келген жок.")
    static let meansAnnulled = Phrase(
        "Two officers annulled it; it is left out of every sum.",
        ru: "Аннулирован двумя сотрудниками; исключён из всех сумм.",
        ky: "Эки кызматкер жокко чыгарды; эч бир суммага кирбейт.")

    // Board.
    static let boardQuestion = Phrase(
        "What has come from each station, and what has not?",
        ru: "Что поступило с каждого участка, а что нет?",
        ky: "Ар бир участкадан эмне келди, эмне келген жок?")
    static let statusCaption = Phrase(
        "Sheets by status", ru: "Протоколы по состояниям", ky: "Протоколдор абалы боюнча")
    static let statusMeanings = Phrase(
        "What the words mean", ru: "Что значат слова", ky: "Сөздөр эмнени билдирет")
    static let allStations = Phrase("All stations", ru: "Всего участков", ky: "Бардык участка")
    static let boardCaption = Phrase(
        "Stations, what needs attention first ({0})",
        ru: "Участки, сначала требующие внимания ({0})",
        ky: "Участкалар, көңүл бурууну талап кылгандары башында ({0})")
    static let newestAct = Phrase(
        "Newest sheet came", ru: "Последний протокол", ky: "Акыркы протокол келди")
    static let boardNote = Phrase(
        "Clocks are those on the station's own wall. The last column counts the scanner's sheets that were filed.",
        ru:
            "Время местное для участка. В последнем столбце число сданных протоколов сканера.",
        ky:
            "Убакыт участканын жергиликтүү убактысы. Акыркы тилкеде тапшырылган сканер протоколдору."
    )

    // Station.
    static let registeredBefore = Phrase(
        "On the list before the day", ru: "В списке до дня голосования",
        ky: "Добуш берүү күнүнө чейин тизмеде")
    static let readinessNotConfirmed = Phrase(
        "not confirmed", ru: "не подтверждена", ky: "ырасталган эмес")
    static let openSheet = Phrase(
        "Open the sheet: {0}", ru: "Открыть протокол: {0}", ky: "Протоколду ачуу: {0}")
    static let stationVotesCaption = Phrase(
        "Votes at this station: {0}", ru: "Голоса на участке: {0}", ky: "Участкадагы добуштар: {0}")
    static let seriesNeverAdded = Phrase(
        "The two counts are of the same papers and are never added. Difference: scanner less hand.",
        ru:
            "Оба подсчёта относятся к одним бюллетеням и не складываются. Разница: сканер минус ручной.",
        ky: "Эки эсеп бир эле бюллетендерди санайт жана кошулбайт. Айырма: сканер минус кол.")
    static let turnoutByHour = Phrase(
        "Turnout by the hour", ru: "Явка по часам", ky: "Сааттар боюнча катышуу")

    // Sheet.
    static let sheetLine = Phrase("{0}, {1} ({2})", ru: "{0}, {1} ({2})", ky: "{0}, {1} ({2})")
    static let questionWhy = Phrase("The doubt: {0}", ru: "Сомнение: {0}", ky: "Күмөн: {0}")
    static let since = Phrase("Since {0}", ru: "С {0}", ky: "{0} бери")
    static let annulmentWaits = Phrase(
        "One officer has proposed to annul it; a second has not confirmed. The reason: {0}",
        ru: "Один сотрудник предложил аннулировать; второй не подтвердил. Причина: {0}",
        ky: "Бир кызматкер жокко чыгарууну сунуштады; экинчиси ырастай элек. Себеби: {0}")
    static let annulledWhy = Phrase(
        "Annulled because: {0}", ru: "Аннулирован, потому что: {0}",
        ky: "Жокко чыгарылды, себеби: {0}")
    static let anotherIsChecked = Phrase(
        "Another version came on {0} and is being checked.",
        ru: "Другая версия поступила {0} и проверяется.",
        ky: "Башка версия {0} келип, текшерилүүдө.")
    static let gapNote = Phrase(
        "A correction names a sheet that has not come yet.",
        ru: "Исправление ссылается на протокол, который ещё не поступил.",
        ky: "Оңдоо али келе элек протоколду көрсөтөт.")
    static let alarmBrokenBy = Phrase(
        "does not hold, by {0}; an officer was told",
        ru: "не выполняется, на {0}; сотрудник извещён",
        ky: "аткарылбайт, {0} айырма; кызматкерге билдирилди")
    static let reasonGiven = Phrase(
        "The commission says: {0}", ru: "Комиссия объясняет: {0}", ky: "Комиссия түшүндүрөт: {0}")
    static let noReasonGiven = Phrase(
        "The commission gave no reason.", ru: "Комиссия не дала объяснения.",
        ky: "Комиссия түшүндүрмө берген жок.")
    static let scan = Phrase(
        "The sheet on paper", ru: "Протокол на бумаге", ky: "Кагаздагы протокол")
    static let noPicture = Phrase(
        "No picture came with this version.", ru: "Снимок с этой версией не поступил.",
        ky: "Бул версия менен сүрөт келген жок.")
    static let pictureNotHere = Phrase(
        "The sheet names a picture that has not come: {0}",
        ru: "Протокол называет снимок, который не поступил: {0}",
        ky: "Протокол келе элек сүрөттү көрсөтөт: {0}")
    static let openPicture = Phrase("Open the scan", ru: "Открыть снимок", ky: "Сүрөттү ачуу")
    static let scanAlt = Phrase(
        "Scan of the paper sheet of {0}", ru: "Снимок бумажного протокола: {0}",
        ky: "Кагаз протоколдун сүрөтү: {0}")
    static let scanNote = Phrase(
        "As the commission sent it. Compare its lines with the figures above.",
        ru: "Как прислала комиссия. Сравните строки с цифрами выше.",
        ky: "Комиссия жиберген боюнча. Саптарын жогорку сандар менен салыштырыңыз.")
    static let sheetText = Phrase(
        "The text of the sheet", ru: "Текст протокола", ky: "Протоколдун тексти")
    static let channelOnline = Phrase(
        "Stated by one member of the commission and confirmed by another.",
        ru: "Заявлен одним членом комиссии и подтверждён другим.",
        ky: "Комиссиянын бир мүчөсү билдирип, экинчиси ырастады.")
    static let channelPaper = Phrase(
        "Copied from paper by two clerks who did not see each other's figures.",
        ru: "Переписан с бумаги двумя операторами, не видевшими цифр друг друга.",
        ky: "Кагаздан бири-биринин сандарын көрбөгөн эки оператор көчүрдү.")
    static let channelSigned = Phrase(
        "Came under the signatures of the station's commission.",
        ru: "Поступил за подписями комиссии участка.",
        ky: "Участканын комиссиясынын колдору менен келди.")
    static let signedBy = Phrase("Signed by: {0}", ru: "Подписали: {0}", ky: "Кол койгондор: {0}")
    static let downloadText = Phrase(
        "Download the text", ru: "Скачать текст", ky: "Текстти жүктөп алуу")
    static let downloadNote = Phrase(
        "Download it with its signatures", ru: "Скачать с подписями",
        ky: "Колдору менен жүктөп алуу")
    static let textRecipe = Phrase(
        "The name of the file is the SHA-256 of its bytes. This command must print the second line:",
        ru: "Имя файла есть SHA-256 его байтов. Команда должна напечатать вторую строку:",
        ky: "Файлдын аты анын байттарынын SHA-256. Буйрук экинчи сапты чыгарышы керек:")

    // Versions.
    static let versions = Phrase("Versions", ru: "Версии", ky: "Версиялар")
    static let versionsLead = Phrase(
        "Everything that came for this sheet, newest first. Nothing is ever removed.",
        ru: "Всё, что поступило по этому протоколу, сначала новое. Ничто не удаляется.",
        ky: "Бул протокол боюнча келгендин баары, жаңысы биринчи. Эч нерсе өчүрүлбөйт.")
    static let thisCounts = Phrase(
        "This one counts.", ru: "Учитывается эта.", ky: "Ушунусу эсептелет.")
    static let cameLine = Phrase(
        "Came on {0} (act {1}).", ru: "Поступил {0} (запись № {1}).", ky: "{0} келди (№ {1} жазуу)."
    )
    static let filedLine = Phrase("Filed on {0}.", ru: "Сдан {0}.", ky: "{0} тапшырылды.")
    static let figuresWithheld = Phrase(
        "Its figures are not shown, because it was not filed.",
        ru: "Его цифры не показаны, потому что он не сдан.",
        ky: "Тапшырылбагандыктан сандары көрсөтүлбөйт.")
    static let correctedWhy = Phrase(
        "Corrected because: {0}", ru: "Исправлен, потому что: {0}", ky: "Оңдолду, себеби: {0}")
    static let replacedNotHere = Phrase(
        "It takes the place of a sheet that has not come: {0}",
        ru: "Заменяет протокол, который не поступил: {0}",
        ky: "Келе элек протоколду алмаштырат: {0}")
    static let changesCaption = Phrase(
        "What the correction changed", ru: "Что изменило исправление", ky: "Оңдоо эмнени өзгөрттү")
    static let figureBefore = Phrase("Was", ru: "Было", ky: "Болгон")
    static let figureAfter = Phrase("Is", ru: "Стало", ky: "Болду")
    static let noFigureChanged = Phrase(
        "No figure changed.", ru: "Цифры не изменились.", ky: "Сандар өзгөргөн жок.")
}
