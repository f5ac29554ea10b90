import Web

/// The office's catalogue, part five: the desk, turnout and the stick.
extension Phrase {
    static let nothingWaits = Phrase(
        "Nothing waits for you.", ru: "Вас ничего не ждёт.", ky: "Сизди эч нерсе күтпөйт.")
    static let needsYou = Phrase(
        "Waits for you ({0})", ru: "Ждёт вас ({0})", ky: "Сизди күтөт ({0})")
    static let withOthers = Phrase(
        "In other hands ({0})", ru: "В других руках ({0})", ky: "Башкалардын колунда ({0})")
    static let yourStations = Phrase(
        "Your stations", ru: "Ваши участки", ky: "Сиздин участкаларыңыз")
    static let allStations = Phrase(
        "All {0} stations", ru: "Все участки: {0}", ky: "Бардык {0} участка")
    static let noElectionYet = Phrase(
        "No election has been set up here yet. An administrator does it.",
        ru: "Выборы здесь ещё не настроены. Это делает администратор.",
        ky: "Бул жерде шайлоо али орнотула элек. Аны администратор жасайт.")
    static let statedBy = Phrase("stated by {0}", ru: "внёс(ла) {0}", ky: "киргизген: {0}")
    static let commissionIs = Phrase("commission: {0}", ru: "комиссия: {0}", ky: "комиссия: {0}")
    static let workConfirm = Phrase(
        "Compare and confirm a sheet", ru: "Сравнить и подтвердить протокол",
        ky: "Протоколду салыштырып, ырастоо")
    static let workConfirmCorrection = Phrase(
        "Confirm a correction", ru: "Подтвердить исправление", ky: "Оңдоону ырастоо")
    static let workWaitsSecond = Phrase(
        "Waits for a second person", ru: "Ждёт второго человека", ky: "Экинчи адамды күтүүдө")
    static let workEntriesDiffer = Phrase(
        "Two copies differ: look at the paper", ru: "Две копии расходятся: посмотрите бумагу",
        ky: "Эки көчүрмө айырмаланат: кагазды караңыз")
    static let workSecondCopy = Phrase(
        "A second copy is needed", ru: "Нужна вторая копия", ky: "Экинчи көчүрмө керек")
    static let workRefused = Phrase(
        "Refused: state it again", ru: "Не принято: внести заново",
        ky: "Кабыл алынган жок: кайра киргизүү")
    static let workQuestion = Phrase(
        "A sheet is in question", ru: "Протокол под вопросом", ky: "Протокол суроо алдында")
    static let workConfirmAnnulment = Phrase(
        "An annulment waits for a second officer", ru: "Аннулирование ждёт второго сотрудника",
        ky: "Жокко чыгаруу экинчи кызматкерди күтөт")
    static let workAnnulmentWaits = Phrase(
        "Annulment proposed", ru: "Предложено аннулировать", ky: "Жокко чыгаруу сунушталган")
    static let workAlarm = Phrase(
        "An alarm: look at the sheet", ru: "Сигнал: посмотрите протокол",
        ky: "Белги: протоколду караңыз")
    static let workSilent = Phrase(
        "Closed and not heard from", ru: "Закрыт, вестей нет", ky: "Жабылган, кабар жок")
    static let workTurnout = Phrase(
        "Report the turnout of {0}", ru: "Сообщить явку на {0}", ky: "{0} карата катышууну билдирүү"
    )
    static let workConfirmPublication = Phrase(
        "A publication waits for a second officer", ru: "Публикация ждёт второго сотрудника",
        ky: "Жарыялоо экинчи кызматкерди күтөт")
    static let workPublicationWaits = Phrase(
        "Publication proposed", ru: "Публикация предложена", ky: "Жарыялоо сунушталган")
    static let workMayPublish = Phrase(
        "Every station is in: may be published", ru: "Поступили все участки: можно публиковать",
        ky: "Бардык участкалар келди: жарыялоого болот")
    static let workReadinessLate = Phrase(
        "Late or failed before the opening: {0}", ru: "Опаздывает или не удалось до открытия: {0}",
        ky: "Ачылышка кечиккен же болбой калган: {0}")
    static let workReadinessConfirm = Phrase(
        "Recorded as ready, to confirm: {0}", ru: "Отмечено как готовое, подтвердить: {0}",
        ky: "Даяр деп жазылган, ырастоо керек: {0}")
    static let workRemarks = Phrase(
        "Observers saw it differently: {0}", ru: "Наблюдатели видели иначе: {0}",
        ky: "Байкоочулар башкача көрүшкөн: {0}")
    static let workAccounts = Phrase(
        "Stations with fewer than two members who can sign in: {0}",
        ru: "Участки, где меньше двух членов могут войти: {0}",
        ky: "Экиден аз мүчөсү кире алган участкалар: {0}")

    // MARK: Turnout

    static let turnoutOfDay = Phrase(
        "Turnout through the day", ru: "Явка в течение дня", ky: "Күн ичиндеги катышуу")
    static let turnoutHow = Phrase(
        "Report how many have voted since the station opened, by each full hour of its own clock ({0}).",
        ru:
            "Сообщайте, сколько проголосовало с открытия участка, к каждому полному часу по его времени ({0}).",
        ky:
            "Участка ачылгандан бери канча адам добуш бергенин анын өз убактысы ({0}) боюнча ар бир толук саатка билдириңиз."
    )
    static let turnoutTooEarly = Phrase(
        "The first report is due {0}.", ru: "Первое сообщение: {0}.", ky: "Биринчи билдирүү: {0}.")
    static let byHour = Phrase("By", ru: "К часу", ky: "Саатка карата")
    static let votedSoFar = Phrase("Voted so far", ru: "Проголосовало", ky: "Добуш берди")
    static let namesOnList = Phrase(
        "{0} names are on the list.", ru: "В списке имён: {0}.", ky: "Тизмеде {0} ат бар.")
    static let reportTurnout = Phrase("Report", ru: "Сообщить", ky: "Билдирүү")
    static let reportsSoFar = Phrase("Reported so far", ru: "Сообщено", ky: "Билдирилгендер")
    static let ofRegister = Phrase("Of the list", ru: "От списка", ky: "Тизмеден")
    static let notReported = Phrase("not reported", ru: "не сообщено", ky: "билдирилген эмес")
    static let notYet = Phrase("not yet", ru: "ещё нет", ky: "али жок")
    static let writeNumber = Phrase(
        "Write a whole number, digits only.", ru: "Впишите целое число, только цифры.",
        ky: "Бүтүн сан жазыңыз, цифралар гана.")
    static let chooseHour = Phrase("Choose the hour.", ru: "Выберите час.", ky: "Саатты тандаңыз.")

    // MARK: Stick

    static let stickHow = Phrase(
        "Choose all files of the stick at once, sheets and pictures. Order does not matter, and a file that is here already does no harm.",
        ru:
            "Выберите сразу все файлы с флешки, протоколы и снимки. Порядок не важен, уже принятый файл не повредит.",
        ky:
            "Флешкадагы бардык файлдарды, протоколдорду жана сүрөттөрдү бир тандаңыз. Тартиби маанилүү эмес, мурда келген файл зыян кылбайт."
    )
    static let stickFiles = Phrase("Files", ru: "Файлы", ky: "Файлдар")
    static let stickHint = Phrase(
        "Names ending in .sheet, .jpg, .png.", ru: "Файлы .sheet, .jpg, .png.",
        ky: ".sheet, .jpg, .png файлдары.")
    static let takeThemIn = Phrase("Take them in", ru: "Принять", ky: "Кабыл алуу")
    static let stickResults = Phrase(
        "What came of {0} files", ru: "Результат по файлам: {0}", ky: "{0} файлдын жыйынтыгы")
    static let fileWord = Phrase("File", ru: "Файл", ky: "Файл")
    static let whatCameOfIt = Phrase("Result", ru: "Результат", ky: "Жыйынтык")
    static let notTaken = Phrase("not taken", ru: "не принят", ky: "кабыл алынган жок")
    static let neitherSheetNorPicture = Phrase(
        "Neither a signed sheet nor a picture.", ru: "Ни подписанный протокол, ни снимок.",
        ky: "Кол коюлган протокол да, сүрөт да эмес.")
    static let takenAndFiled = Phrase(
        "taken and filed", ru: "принят и подан", ky: "кабыл алынып, берилди")
    static let thereAlready = Phrase("there already", ru: "уже есть", ky: "мурда эле бар")
    static let refusedAndKept = Phrase(
        "refused and kept", ru: "не принят, сохранён", ky: "кабыл алынган жок, сакталды")
    static let pictureMatched = Phrase(
        "picture of a sheet, kept", ru: "снимок протокола, сохранён",
        ky: "протоколдун сүрөтү, сакталды")
    static let pictureOfNoSheet = Phrase(
        "no sheet names this picture", ru: "ни один протокол не называет этот снимок",
        ky: "бир да протокол бул сүрөттү атабайт")
    static let pictureOfNoSheetWhy = Phrase(
        "A picture belongs to a sheet by its SHA-256. Choose it together with its sheet.",
        ru: "Снимок относится к протоколу по SHA-256. Выберите его вместе с протоколом.",
        ky: "Сүрөт протоколго SHA-256 боюнча таандык. Аны протоколу менен бирге тандаңыз.")
    static let pictureToCome = Phrase(
        "The picture that it names has not come yet.",
        ru: "Снимок, на который он ссылается, ещё не поступил.",
        ky: "Ал атаган сүрөт али келе элек.")
    static let noFileChosen = Phrase("Choose a file.", ru: "Выберите файл.", ky: "Файл тандаңыз.")
}
