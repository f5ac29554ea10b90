import Web

/// The office's catalogue, part six: readiness and publication.
extension Phrase {
    static let readyConfirmed = Phrase("confirmed", ru: "подтверждено", ky: "ырасталган")
    static let readyRecorded = Phrase("recorded", ru: "записано", ky: "жазылган")
    static let readyPartly = Phrase("incomplete", ru: "не полностью", ky: "толук эмес")
    static let readyFailed = Phrase("failed", ru: "не удалось", ky: "болгон жок")
    static let readyOpen = Phrase("still time", ru: "есть время", ky: "убакыт бар")
    static let readyLate = Phrase("late", ru: "опаздывает", ky: "кечикти")
    static let agrees = Phrase("saw the same", ru: "видели то же", ky: "ушундай эле көрдүк")
    static let disagrees = Phrase("saw it differently", ru: "видели иначе", ky: "башкача көрдүк")
    static let noRequirements = Phrase(
        "Nothing is asked of the stations yet. An administrator sets up the list with the election.",
        ru: "От участков пока ничего не требуется. Список задаёт администратор вместе с выборами.",
        ky:
            "Участкалардан азырынча эч нерсе талап кылынбайт. Тизмени администратор шайлоо менен кошо орнотот."
    )
    static let thingsConfirmed = Phrase(
        "things confirmed by two persons", ru: "подтверждено двумя людьми", ky: "эки адам ырастаган"
    )
    static let stationsLate = Phrase(
        "stations with something late or failed", ru: "участков с опозданием или неудачей",
        ky: "кечиккен же болбой калган участкалар")
    static let stationsDisputed = Phrase(
        "stations where observers saw it differently", ru: "участков, где наблюдатели видели иначе",
        ky: "байкоочулар башкача көргөн участкалар")
    static let onlyLate = Phrase(
        "Only what is late or failed", ru: "Только опоздания и неудачи",
        ky: "Кечиккени менен болбой калганы гана")
    static let stationsAtHome = Phrase(
        "Stations at home", ru: "Участки в стране", ky: "Өлкөдөгү участкалар")
    static let stationsAbroad = Phrase(
        "Stations abroad", ru: "Участки за рубежом", ky: "Чет өлкөдөгү участкалар")
    static let ministryPart = Phrase(
        "The foreign ministry's part: missions and consulates",
        ru: "Часть министерства иностранных дел: посольства и консульства",
        ky: "Тышкы иштер министрлигинин бөлүгү: элчиликтер жана консулдуктар")
    static let whereThingsStand = Phrase(
        "Where each thing stands", ru: "Как обстоит с каждым требованием",
        ky: "Ар бир талап кандай абалда")
    static let stillOpen = Phrase("All in all", ru: "В целом", ky: "Жалпысынан")
    static let observersSay = Phrase("Observers", ru: "Наблюдатели", ky: "Байкоочулар")
    static let opensAt = Phrase("opens {0}, {1}", ru: "откроется в {0}, {1}", ky: "{0} ачылат, {1}")
    static let devicesConfirmed = Phrase(
        "{0} of {1} devices confirmed", ru: "подтверждено устройств: {0} из {1}",
        ky: "{1} жабдуунун {0} ырасталды")
    static let readinessBoard = Phrase(
        "Readiness board", ru: "Доска готовности", ky: "Даярдык тактасы")
    static let dueBy = Phrase("Due {0}", ru: "Срок {0}", ky: "Мөөнөтү {0}")
    static let chooseState = Phrase(
        "Choose how it is.", ru: "Выберите состояние.", ky: "Абалын тандаңыз.")
    static let serialIsMissing = Phrase(
        "Write the serial number from the label.", ru: "Впишите серийный номер с этикетки.",
        ky: "Этикеткадагы сериялык номерди жазыңыз.")
    static let chooseAgreement = Phrase(
        "Choose whether you saw the same.", ru: "Выберите, видели ли вы то же.",
        ky: "Ушундай эле көргөнүңүздү тандаңыз.")
    static let sayWhatYouSaw = Phrase(
        "Say what you saw.", ru: "Напишите, что вы видели.", ky: "Эмне көргөнүңүздү жазыңыз.")
    static let serialNumber = Phrase("Serial number", ru: "Серийный номер", ky: "Сериялык номер")
    static let serialHint = Phrase(
        "From the label on the device, without spaces.", ru: "С этикетки устройства, без пробелов.",
        ky: "Жабдуунун этикеткасынан, боштуксуз.")
    static let nothingRecorded = Phrase(
        "Nothing has been recorded.", ru: "Ничего не записано.", ky: "Эч нерсе жазылган эмес.")
    static let recordedBy = Phrase(
        "Recorded by {0}, {1}", ru: "Записал(а) {0}, {1}", ky: "Жазган: {0}, {1}")
    static let confirmedBy = Phrase(
        "Confirmed by {0}, {1}", ru: "Подтвердил(а) {0}, {1}", ky: "Ырастаган: {0}, {1}")
    static let remarkedBy = Phrase(
        "Observer {0}, {1}", ru: "Наблюдатель {0}, {1}", ky: "Байкоочу {0}, {1}")
    static let evidence = Phrase("Evidence", ru: "Свидетельство", ky: "Далил")
    static let stateReady = Phrase(
        "Ready: there, tested, as it should be", ru: "Готово: на месте, проверено, как должно быть",
        ky: "Даяр: ордунда, текшерилген, талаптагыдай")
    static let statePartly = Phrase(
        "There, not yet tested or complete", ru: "На месте, ещё не проверено или не полностью",
        ky: "Ордунда, али текшериле элек же толук эмес")
    static let stateFailed = Phrase(
        "Test failed, or not there", ru: "Проверка не прошла, или нет на месте",
        ky: "Текшерүүдөн өткөн жок же ордунда жок")
    static let confirmReady = Phrase(
        "Confirm that it is ready", ru: "Подтвердить готовность", ky: "Даяр экенин ырастоо")
    static let recordDevice = Phrase(
        "Record a device", ru: "Записать устройство", ky: "Жабдууну жазуу")
    static let recordIt = Phrase("Record how it is", ru: "Записать состояние", ky: "Абалын жазуу")
    static let howIsIt = Phrase("How is it?", ru: "Каково состояние?", ky: "Абалы кандай?")
    static let noteLabel = Phrase("Note", ru: "Примечание", ky: "Эскертүү")
    static let noteHint = Phrase(
        "Result of the test, when delivered, how many, by whom.",
        ru: "Результат проверки, когда доставлено, сколько, кем.",
        ky: "Текшерүүнүн жыйынтыгы, качан жеткирилди, канча, ким.")
    static let evidenceLabel = Phrase(
        "Photograph or signed act", ru: "Снимок или подписанный акт", ky: "Сүрөт же кол коюлган акт"
    )
    static let recordButton = Phrase("Record", ru: "Записать", ky: "Жазуу")
    static let remarkIt = Phrase(
        "Say what you saw", ru: "Написать, что вы видели", ky: "Эмне көргөнүңүздү жазуу")
    static let doYouAgree = Phrase(
        "Did you see what the commission says?", ru: "Видели ли вы то, что говорит комиссия?",
        ky: "Комиссия айткандай көрдүңүзбү?")
    static let whatYouSaw = Phrase("What you saw", ru: "Что вы видели", ky: "Эмне көрдүңүз")
    static let remarkButton = Phrase(
        "Set it beside the commission's word", ru: "Поставить рядом со словом комиссии",
        ky: "Комиссиянын сөзүнүн жанына коюу")

    // MARK: Usual requirements

    static let needIdentification = Phrase(
        "Identification equipment, tested", ru: "Оборудование идентификации, проверено",
        ky: "Идентификация жабдуусу, текшерилген")
    static let needCounting = Phrase(
        "Counting equipment, tested", ru: "Счётное оборудование, проверено",
        ky: "Саноо жабдуусу, текшерилген")
    static let needKeys = Phrase(
        "Keys handed over", ru: "Ключи переданы", ky: "Ачкычтар тапшырылган")
    static let needStaff = Phrase(
        "Staff named and trained", ru: "Персонал назначен и обучен",
        ky: "Кызматкерлер дайындалып, окутулган")
    static let needMaterials = Phrase(
        "Papers and materials delivered", ru: "Бюллетени и материалы доставлены",
        ky: "Бюллетендер жана материалдар жеткирилген")
    static let needPower = Phrase(
        "Power and its reserve", ru: "Электричество и резерв", ky: "Электр жарыгы жана анын камы")
    static let needConnection = Phrase(
        "Connection tested", ru: "Связь проверена", ky: "Байланыш текшерилген")
    static let needPremises = Phrase(
        "Premises and access agreed with the host", ru: "Помещение и доступ согласованы",
        ky: "Жай жана кирүү макулдашылган")
    static let needBag = Phrase(
        "Papers and equipment by diplomatic bag", ru: "Бюллетени и оборудование диппочтой",
        ky: "Бюллетендер жана жабдуу дипломатиялык почта менен")

    // MARK: Publication

    static let publicationHow = Phrase(
        "A result becomes final when one officer proposes the sums as they are and a second confirms the same sums.",
        ru:
            "Результат становится окончательным, когда один сотрудник предлагает суммы, а второй подтверждает те же суммы.",
        ky:
            "Бир кызматкер сумманы сунуштап, экинчиси ошол эле сумманы ырастаганда жыйынтык акыркы болот."
    )
    static let sheetsOfStations = Phrase(
        "{0} sheets of {1} stations", ru: "протоколов {0}, участков {1}",
        ky: "{1} участканын {0} протоколу")
    static let sumsCaption = Phrase("Sums: {0}", ru: "Суммы: {0}", ky: "Суммалар: {0}")
    static let onPaper = Phrase("On the paper", ru: "В бюллетене", ky: "Бюллетенде")
    static let votesWord = Phrase("Votes", ru: "Голоса", ky: "Добуштар")
    static let ofThoseWhoTookPart = Phrase(
        "Of those who took part", ru: "От принявших участие", ky: "Катышкандардан")
    static let tookPartWord = Phrase("Took part", ru: "Приняли участие", ky: "Катышты")
    static let everyStationIsIn = Phrase(
        "every station is filed or annulled, none in question",
        ru: "все участки поданы или аннулированы, вопросов нет",
        ky: "бардык участкалар берилген же жокко чыгарылган, суроо жок")
    static let notEveryStation = Phrase(
        "not every station is in; nothing can be published as final",
        ru: "поступили не все участки; опубликовать как окончательное нельзя",
        ky: "бардык участкалар келген жок; акыркы катары жарыялоого болбойт")
    static let proposedBy = Phrase(
        "Proposed by {0}.", ru: "Предложил(а) {0}.", ky: "Сунуштаган: {0}.")
    static let sumsHaveMoved = Phrase(
        "the sums have changed since; withdraw and propose again",
        ru: "суммы с тех пор изменились; отзовите и предложите снова",
        ky: "андан бери суммалар өзгөрдү; кайра алып, кайра сунуштаңыз")
    static let publishCannotBeUndone = Phrase(
        "Compare the table above with your own. What is published as final stays published; a later change is a new publication beside it.",
        ru:
            "Сравните таблицу выше со своей. Опубликованное остаётся; позднейшее изменение — новая публикация рядом.",
        ky:
            "Жогорудагы таблицаны өзүңүздүкү менен салыштырыңыз. Жарыяланганы калат; кийинки өзгөрүү — жанындагы жаңы жарыялоо."
    )
    static let confirmPublication = Phrase(
        "Publish as final", ru: "Опубликовать как окончательное", ky: "Акыркы катары жарыялоо")
    static let withdrawPublication = Phrase(
        "Withdraw the proposal", ru: "Отозвать предложение", ky: "Сунушту кайра алуу")
    static let isPublished = Phrase(
        "these sums are published as final", ru: "эти суммы опубликованы как окончательные",
        ky: "бул суммалар акыркы катары жарыяланган")
    static let proposePublication = Phrase(
        "Propose these sums for publication", ru: "Предложить эти суммы к публикации",
        ky: "Бул суммаларды жарыялоого сунуштоо")
    static let publicationHistory = Phrase(
        "Published before", ru: "Опубликовано ранее", ky: "Мурда жарыяланган")
    static let publishedLine = Phrase(
        "{0}, proposed by {1}, confirmed by {2}", ru: "{0}, предложил(а) {1}, подтвердил(а) {2}",
        ky: "{0}, сунуштаган {1}, ырастаган {2}")
}
