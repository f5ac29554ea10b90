import Filing

/// The catalogue, part nine: turnout by the hour, machine against hand, the log, and how to check.
extension Phrase {
    static let turnoutQuestion = Phrase(
        "How many had voted by each hour?", ru: "Сколько проголосовало к каждому часу?",
        ky: "Ар бир саатка карата канча адам добуш берди?")
    static let turnoutChart = Phrase(
        "Turnout through the day, per cent of the lists of the stations that reported",
        ru: "Явка в течение дня, в процентах от списков сообщивших участков",
        ky: "Күн ичиндеги катышуу, кабарлаган участкалардын тизмелеринен пайыз")
    static let noTurnoutReported = Phrase(
        "No turnout has been reported yet. It comes here hour by hour during the day.",
        ru: "О явке ещё не сообщали. Данные появляются каждый час в течение дня.",
        ky: "Катышуу жөнүндө азырынча кабар жок. Күн ичинде саат сайын келет.")
    static let seeTurnout = Phrase(
        "By {0} local time {1} had voted, in {2}.",
        ru: "К {0} по местному времени проголосовало {1}, по данным {2}.",
        ky: "Жергиликтүү убакыт боюнча {0} карата {1} добуш берди, {2}.")
    static let seeLastHour = Phrase(
        "For {0} only {1} have reported so far.", ru: "За {0} пока сообщили только {1}.",
        ky: "{0} боюнча азырынча {1} гана кабарлады.")
    static let neverExtrapolated = Phrase(
        "Only what was reported is drawn; a hollow point means that not every station reported that hour.",
        ru: "Показано только сообщённое; пустая точка значит, что сообщили не все участки.",
        ky: "Кабарланганы гана тартылган; көңдөй чекит бардык участкалар кабарлабаганын билдирет.")
    static let hoursCaption = Phrase(
        "Voted by each hour", ru: "Проголосовало к каждому часу",
        ky: "Ар бир саатка карата добуш берди")
    static let localHour = Phrase("Local time", ru: "Местное время", ky: "Жергиликтүү убакыт")
    static let stationsReported = Phrase(
        "Stations that reported", ru: "Сообщили участков", ky: "Кабарлаган участкалар")
    static let votedSoFar = Phrase("Voted", ru: "Проголосовало", ky: "Добуш берди")
    static let onTheirLists = Phrase(
        "On their lists", ru: "В их списках", ky: "Алардын тизмелеринде")
    static let turnoutNote = Phrase(
        "Each hour is the sum over the stations that reported it, so the share may fall when others report. Hours are those on each station's own wall; 14:00 abroad is another moment than 14:00 at home.",
        ru:
            "Каждый час есть сумма по сообщившим участкам, поэтому доля может снизиться, когда сообщат другие. Часы местные для каждого участка; 14:00 за рубежом иной момент, чем 14:00 дома.",
        ky:
            "Ар бир саат кабарлаган участкалардын суммасы, ошондуктан башкалар кабарлаганда үлүш төмөндөшү мүмкүн. Сааттар ар бир участканын жергиликтүү убактысы."
    )
    static let withoutList = Phrase(
        "Left out, because the number on the list is not known: {0}.",
        ru: "Не учтены, так как неизвестно число в списке: {0}.",
        ky: "Тизмедеги саны белгисиз болгондуктан эсептелген жок: {0}.")
    static let turnoutByDistrict = Phrase(
        "Turnout by district and hour", ru: "Явка по округам и часам",
        ky: "Округдар жана сааттар боюнча катышуу")
    static let underReported = Phrase(
        "Under each share: how many stations of the district reported that hour.",
        ru: "Под долей: сколько участков округа сообщили за этот час.",
        ky: "Үлүштүн астында: округдун канча участкасы ошол саатты кабарлады.")
    static let turnoutSheetsNote = Phrase(
        "After the close the sheets say how many took part. They need not be what was reported by the hour.",
        ru:
            "После закрытия число участников указано в протоколах. Оно может отличаться от почасовых сообщений.",
        ky:
            "Жабылгандан кийин катышкандардын саны протоколдордо. Ал сааттык кабарлардан айырмаланышы мүмкүн."
    )
    static let zoneNote = Phrase("Clocks: {0}.", ru: "Время: {0}.", ky: "Убакыт: {0}.")

    // Machine against hand.
    static let machineQuestion = Phrase(
        "Do the two counts of the same papers agree?",
        ru: "Совпадают ли два подсчёта одних бюллетеней?",
        ky: "Бир эле бюллетендердин эки эсеби дал келеби?")
    static let machineLead = Phrase(
        "Compared are only stations that have filed both. The two are never added; the law goes by this: {0}.",
        ru: "Сравниваются только участки, сдавшие оба. Они не складываются; по закону решает: {0}.",
        ky:
            "Экөөнү тең тапшырган участкалар гана салыштырылат. Алар кошулбайт; мыйзам боюнча чечет: {0}."
    )
    static let noBothYet = Phrase(
        "No station has filed both counts yet.", ru: "Ни один участок ещё не сдал оба подсчёта.",
        ky: "Азырынча бир да участка эки эсепти тең тапшырган жок.")
    static let bothAgree = Phrase(
        "No difference, in {0}", ru: "Расхождений нет, {0}", ky: "Айырма жок, {0}")
    static let bothDiffer = Phrase(
        "They differ in {0} with both counts", ru: "Расходятся: {0}, сдавших оба подсчёта",
        ky: "Эки эсеби бар {0} айырмаланат")
    static let bothCaption = Phrase(
        "Both counts: {0}", ru: "Оба подсчёта: {0}", ky: "Эки эсеп: {0}")
    static let bothNote = Phrase(
        "Sums over the stations with both counts, so they are not the totals of the contest. Difference: scanner less hand.",
        ru:
            "Суммы по участкам с обоими подсчётами, а не итоги голосования. Разница: сканер минус ручной.",
        ky:
            "Эки эсеби бар участкалардын суммалары, добуш берүүнүн жыйынтыгы эмес. Айырма: сканер минус кол."
    )
    static let differingCaption = Phrase(
        "Stations where the counts differ: {0}", ru: "Участки с расхождением: {0}",
        ky: "Эсептери айырмаланган участкалар: {0}")
    static let differingNote = Phrase(
        "Each cell: scanner / hand, and below it the difference. Largest differences first.",
        ru: "В ячейке: сканер / ручной, ниже разница. Сначала наибольшие.",
        ky: "Уячада: сканер / кол, астында айырма. Чоңдору биринчи.")
    static let moreInFile = Phrase(
        "{0} more are in the file below.", ru: "Ещё {0} в файле ниже.",
        ky: "Дагы {0} төмөнкү файлда.")

    // The log.
    static let liveLogLead = Phrase(
        "Everything that was done, in the order it was done.",
        ru: "Всё, что было сделано, в том порядке, как делалось.",
        ky: "Жасалгандын баары, жасалган тартибинде.")
    static let liveLogHow = Phrase(
        "Each act is sealed by a link, the SHA-256 over the link before and the act, so none can be changed or left out unseen.",
        ru:
            "Каждая запись скреплена звеном: SHA-256 от предыдущего звена и записи, поэтому ни одну нельзя незаметно изменить или пропустить.",
        ky:
            "Ар бир жазуу звено менен бекитилген: мурунку звенонун жана жазуунун SHA-256, ошондуктан бирин да билинбей өзгөртүүгө же калтырууга болбойт."
    )
    static let liveLogWithheld = Phrase(
        "Sign-ins, accounts and the clerks' single entries keep their place in the chain and are not shown.",
        ru:
            "Входы, учётные записи и отдельный ввод операторов остаются в цепи, но не показываются.",
        ky:
            "Кирүүлөр, эсептер жана операторлордун жеке киргизүүлөрү чынжырда калат, бирок көрсөтүлбөйт."
    )
    static let noActsYet = Phrase(
        "Nothing has been done yet.", ru: "Пока ничего не сделано.",
        ky: "Азырынча эч нерсе жасалган жок.")
    static let actsFromTo = Phrase("Acts {0} to {1}", ru: "Записи {0}–{1}", ky: "Жазуулар {0}–{1}")
    static let actNumber = Phrase("Act", ru: "№", ky: "№")
    static let time = Phrase("Time", ru: "Время", ky: "Убакыт")
    static let whatWasDone = Phrase("What was done", ru: "Что сделано", ky: "Эмне жасалды")
    static let `where` = Phrase("Where", ru: "Где", ky: "Кайда")
    static let link = Phrase("Link", ru: "Звено", ky: "Звено")
    static let withheldActs = Phrase("not public", ru: "не публикуется", ky: "жарыяланбайт")
    static let newerActs = Phrase("Newer acts", ru: "Более новые", ky: "Жаңыраактары")
    static let newestActs = Phrase("Newest acts", ru: "Самые новые", ky: "Эң жаңылары")
    static let olderActs = Phrase("Older acts", ru: "Более старые", ky: "Эскирээктери")

    // How to check.
    static let checkQuestion = Phrase(
        "How can I redo the sums with nothing but the downloads?",
        ru: "Как пересчитать суммы, имея только скачанные файлы?",
        ky: "Жүктөлгөн файлдар менен эле суммаларды кантип кайра эсептейм?")
    static let checkFiles = Phrase("Files", ru: "Файлы", ky: "Файлдар")
    static let checkFilesText = Phrase(
        "Put these files into one folder; in a copy of this site they lie together in data/live. The commands below run in that folder.",
        ru:
            "Сложите эти файлы в одну папку; в копии сайта они вместе лежат в data/live. Команды ниже выполняются в этой папке.",
        ky:
            "Бул файлдарды бир папкага салыңыз; сайттын көчүрмөсүндө алар data/live ичинде. Төмөнкү буйруктар ошол папкада аткарылат."
    )
    static let checkLogParts = Phrase(
        "The log has its own files:", ru: "У журнала свои файлы:", ky: "Журналдын өз файлдары бар:")
    static let checkSums = Phrase(
        "Redo the sums", ru: "Пересчитать суммы", ky: "Суммаларды кайра эсептөө")
    static let checkSumsText = Phrase(
        "The tables of sheets have one row a station. This program adds them up and compares with the published sums of nation, districts and stations. Save it as {0} and run it with Python 3; it ends with how many sums differ.",
        ru:
            "В таблицах протоколов по строке на участок. Программа складывает их и сравнивает с опубликованными суммами страны, округов и участков. Сохраните её как {0} и запустите на Python 3; в конце она скажет, сколько сумм расходится.",
        ky:
            "Протоколдор таблицасында ар бир участкага бир сап. Программа аларды кошуп, өлкөнүн, округдардын жана участкалардын жарыяланган суммалары менен салыштырат. Аны {0} деп сактап, Python 3 менен иштетиңиз; аягында канча сумма айырмаланганын айтат."
    )
    static let checkBalanceText = Phrase(
        "With Dobush itself, which also checks every equation of the form:",
        ru: "С помощью самого Dobush, который проверит и все равенства формы:",
        ky: "Dobush программасы менен, ал форманын бардык теңдемелерин да текшерет:")
    static let checkLog = Phrase(
        "Check the chain of the log", ru: "Проверить цепь журнала",
        ky: "Журналдын чынжырын текшерүү")
    static let checkLogText = Phrase(
        "Save this as {0} beside the files of the log. It makes every link of a public act again; an act that is not public gives only its link.",
        ru:
            "Сохраните как {0} рядом с файлами журнала. Программа заново строит звено каждой публичной записи; непубличная даёт только звено.",
        ky:
            "Журналдын файлдарынын жанына {0} деп сактаңыз. Ал ар бир ачык жазуунун звеносун кайра түзөт; ачык эмес жазуу звеносун гана берет."
    )
    static let checkLogWanted = Phrase(
        "The newest link, of act {0}, must be:", ru: "Последнее звено, записи № {0}, должно быть:",
        ky: "Акыркы звено, № {0} жазуунуку, мындай болушу керек:")
    static let checkSheet = Phrase(
        "Check a sheet", ru: "Проверить протокол", ky: "Протоколду текшерүү")
    static let checkSheetText = Phrase(
        "A sheet's text is named by its SHA-256. The command must print the second line:",
        ru: "Текст протокола назван его SHA-256. Команда должна напечатать вторую строку:",
        ky: "Протоколдун тексти анын SHA-256 менен аталат. Буйрук экинчи сапты чыгарышы керек:")
    static let checkNoteText = Phrase(
        "A sheet with signatures is checked by the keys of its station, keys.txt. Save this as {0}, and run it with the name of the downloaded sheet behind it; it needs openssl.",
        ru:
            "Подписанный протокол проверяется ключами участка из keys.txt. Сохраните как {0} и запустите, указав имя скачанного протокола; нужен openssl.",
        ky:
            "Кол коюлган протокол участканын keys.txt файлындагы ачкычтары менен текшерилет. Аны {0} деп сактап, жүктөлгөн протоколдун атын жазып иштетиңиз; openssl керек."
    )
    static let checkNot = Phrase(
        "What this does not show", ru: "Чего это не показывает", ky: "Бул эмнени көрсөтпөйт")
    static let checkNotText = Phrase(
        "That a sheet says what the papers on the table said. That is for those who were in the room, for the scan beside the figures, and for an audit of the papers.",
        ru:
            "Что протокол верно передаёт бюллетени на столе. Это могут сказать те, кто был в помещении, снимок рядом с цифрами и аудит бюллетеней.",
        ky:
            "Протокол столдогу бюллетендерди туура бергенин. Муну бөлмөдө болгондор, сандардын жанындагы сүрөт жана бюллетендердин аудити айтат."
    )
    static let aboutSize = Phrase("about {0}", ru: "около {0}", ky: "болжол менен {0}")
    static let kilobytes = Phrase("{0} kB", ru: "{0} кБ", ky: "{0} кБ")
    static let megabytes = Phrase("{0} MB", ru: "{0} МБ", ky: "{0} МБ")
}

extension Act {
    /// What was done, for the public log.
    var words: Phrase { Self.words[kind] ?? Self.otherAct }

    private static let otherAct = Phrase("An act of the office", ru: "Действие", ky: "Аракет")

    private static let words: [String: Phrase] = [
        "election-set": Phrase(
            "The election was set up", ru: "Выборы настроены", ky: "Шайлоо орнотулду"),
        "map-set": Phrase("A map was imported", ru: "Загружена карта", ky: "Карта жүктөлдү"),
        "station-keys-set": Phrase(
            "Keys of the station were set", ru: "Заданы ключи участка",
            ky: "Участканын ачкычтары коюлду"),
        "readiness-recorded": Phrase(
            "Readiness was recorded", ru: "Отмечена готовность", ky: "Даярдык белгиленди"),
        "readiness-confirmed": Phrase(
            "Readiness was confirmed", ru: "Готовность подтверждена", ky: "Даярдык ырасталды"),
        "readiness-remarked": Phrase(
            "An observer remarked on readiness", ru: "Замечание наблюдателя о готовности",
            ky: "Даярдык боюнча байкоочунун эскертүүсү"),
        "turnout-reported": Phrase(
            "Turnout was reported", ru: "Сообщена явка", ky: "Катышуу кабарланды"),
        "desk-counted": Phrase(
            "The desk handed its counts on", ru: "Стол идентификации передал данные",
            ky: "Идентификация үстөлү санын берди"),
        "sheet-proposed": Phrase(
            "A sheet was stated", ru: "Протокол заявлен", ky: "Протокол билдирилди"),
        "sheet-confirmed": Phrase(
            "A sheet was filed", ru: "Протокол сдан", ky: "Протокол тапшырылды"),
        "sheet-withdrawn": Phrase(
            "A sheet was taken back", ru: "Протокол отозван", ky: "Протокол кайтарып алынды"),
        "sheet-refused": Phrase(
            "A sheet was refused, because it does not add up",
            ru: "Протокол не принят, числа не сходятся",
            ky: "Протокол кабыл алынган жок, сандар дал келбейт"),
        "sheet-returned": Phrase(
            "A sheet was returned to the commission", ru: "Протокол возвращён комиссии",
            ky: "Протокол комиссияга кайтарылды"),
        "sheet-signed": Phrase(
            "A signed sheet was filed", ru: "Сдан подписанный протокол",
            ky: "Кол коюлган протокол тапшырылды"),
        "question-raised": Phrase(
            "A doubt about a sheet was raised", ru: "Протокол поставлен под вопрос",
            ky: "Протокол суроо астына алынды"),
        "question-settled": Phrase(
            "A doubt about a sheet was settled", ru: "Вопрос по протоколу снят",
            ky: "Протокол боюнча суроо чечилди"),
        "annulment-proposed": Phrase(
            "To annul a sheet was proposed", ru: "Предложено аннулировать протокол",
            ky: "Протоколду жокко чыгаруу сунушталды"),
        "annulment-withdrawn": Phrase(
            "A proposal to annul was taken back", ru: "Предложение аннулировать отозвано",
            ky: "Жокко чыгаруу сунушу кайтарып алынды"),
        "annulment-confirmed": Phrase(
            "A sheet was annulled", ru: "Протокол аннулирован", ky: "Протокол жокко чыгарылды"),
        "publication-proposed": Phrase(
            "To publish as final was proposed", ru: "Предложена публикация как окончательного",
            ky: "Акыркы деп жарыялоо сунушталды"),
        "publication-withdrawn": Phrase(
            "A proposal to publish was taken back", ru: "Предложение публикации отозвано",
            ky: "Жарыялоо сунушу кайтарып алынды"),
        "publication-confirmed": Phrase(
            "A result was published as final", ru: "Результат опубликован как окончательный",
            ky: "Жыйынтык акыркы деп жарыяланды"),
    ]
}
