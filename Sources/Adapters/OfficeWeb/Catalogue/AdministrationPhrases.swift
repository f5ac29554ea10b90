import Web

/// The office's catalogue, part seven: accounts, the election, the log.
extension Phrase {
    static let newAccount = Phrase("New account", ru: "Новая учётная запись", ky: "Жаңы эсеп")
    static let accountNameHint = Phrase(
        "An e-mail address or a short name, without spaces, in Latin letters.",
        ru: "Адрес почты или короткое имя, без пробелов, латиницей.",
        ky: "Почта дареги же кыска ат, боштуксуз, латын тамгалары менен.")
    static let goOn = Phrase("Go on", ru: "Дальше", ky: "Улантуу")
    static let accountsFound = Phrase(
        "Accounts: {0}", ru: "Учётных записей: {0}", ky: "Эсептер: {0}")
    static let findAccount = Phrase("Name or area", ru: "Имя или территория", ky: "Аты же аймагы")
    static let personName = Phrase("Name of the person", ru: "Имя человека", ky: "Адамдын аты")
    static let personNameMissing = Phrase(
        "Write the person's name.", ru: "Впишите имя человека.", ky: "Адамдын атын жазыңыз.")
    static let rolesWord = Phrase("Roles", ru: "Роли", ky: "Ролдор")
    static let standingWord = Phrase("Standing", ru: "Состояние", ky: "Абалы")
    static let mayEnter = Phrase("May sign in", ru: "Может входить", ky: "Кире алат")
    static let mayNotEnter = Phrase("May not sign in", ru: "Не может входить", ky: "Кире албайт")
    static let notYetAnAccount = Phrase(
        "There is no account of this name yet. Saving makes it.",
        ru: "Такой записи ещё нет. Сохранение создаст её.",
        ky: "Мындай эсеп али жок. Сактоо аны түзөт.")
    static let noRoleYet = Phrase("No role yet.", ru: "Ролей пока нет.", ky: "Азырынча ролу жок.")
    static let addRole = Phrase("Add a role", ru: "Добавить роль", ky: "Рол кошуу")
    static let noRole = Phrase("none", ru: "не добавлять", ky: "кошпоо")
    static let whereRole = Phrase("Where", ru: "Где", ky: "Кайда")
    static let oneStation = Phrase("one station", ru: "один участок", ky: "бир участка")
    static let stationCode = Phrase("Code of the station", ru: "Код участка", ky: "Участканын коду")
    static let stationCodeHint = Phrase(
        "Only for a role at one station.", ru: "Только для роли на одном участке.",
        ky: "Бир участкадагы рол үчүн гана.")
    static let saveAccount = Phrase("Save the account", ru: "Сохранить запись", ky: "Эсепти сактоо")
    static let invitation = Phrase("Invitation", ru: "Приглашение", ky: "Чакыруу")
    static let invitationHow = Phrase(
        "A link lets this person choose a password and set up the code on a phone. It works once, for two days. Using it replaces the password and code that the account has now.",
        ru:
            "По ссылке человек выбирает пароль и настраивает код на телефоне. Она действует один раз, два дня, и заменяет нынешние пароль и код.",
        ky:
            "Шилтеме аркылуу адам сырсөз тандап, телефонго код орнотот. Ал бир жолу, эки күн иштейт жана азыркы сырсөз менен кодду алмаштырат."
    )
    static let makeInvitation = Phrase(
        "Make an invitation link", ru: "Создать ссылку", ky: "Шилтеме түзүү")
    static let invitationOnce = Phrase(
        "The link, shown only now", ru: "Ссылка, показана только сейчас",
        ky: "Шилтеме, азыр гана көрсөтүлөт")
    static let invitationOnceHow = Phrase(
        "Hand it over in person or by a way that you trust. Whoever opens it first has the account.",
        ru: "Передайте её лично или надёжным путём. Кто откроет первым, получит запись.",
        ky: "Аны өзүңүз же ишенимдүү жол менен бериңиз. Ким биринчи ачса, эсеп ошонуку болот.")

    static let dayOfElection = Phrase("Day", ru: "День", ky: "Күнү")
    static let registerWord = Phrase(
        "Stations with a register count", ru: "Участков с числом в списке",
        ky: "Тизмедеги саны бар участкалар")
    static let decidingCount = Phrase(
        "The count that decides", ru: "Решающий подсчёт", ky: "Чечүүчү эсеп")
    static let signaturesWord = Phrase(
        "Signatures that a signed sheet needs", ru: "Нужно подписей на подписанном протоколе",
        ky: "Кол коюлган протоколго керектүү колдор")
    static let signaturesRange = Phrase("From 2 to 32.", ru: "От 2 до 32.", ky: "2ден 32ге чейин.")
    static let requirementsWord = Phrase(
        "Things asked before the opening", ru: "Требований до открытия",
        ky: "Ачылышка чейинки талаптар")
    static let keysWord = Phrase(
        "Keys of the commissions", ru: "Ключи комиссий", ky: "Комиссиялардын ачкычтары")
    static let mapWord = Phrase(
        "Map of the areas", ru: "Карта территорий", ky: "Аймактардын картасы")
    static let noMap = Phrase(
        "none, districts are shown as tiles", ru: "нет, округа показаны плитками",
        ky: "жок, округдар плитка менен көрсөтүлөт")
    static let formOf = Phrase("Form: {0}", ru: "Форма: {0}", ky: "Форма: {0}")
    static let setUpElection = Phrase(
        "Set up the election", ru: "Настроить выборы", ky: "Шайлоону орнотуу")
    static let setUpAnother = Phrase("Set up anew", ru: "Настроить заново", ky: "Кайра орнотуу")
    static let setUpHow = Phrase(
        "First the definition, then a form for each contest. Nothing changes before the last step.",
        ru:
            "Сначала определение, затем форма для каждого голосования. До последнего шага ничего не меняется.",
        ky:
            "Адегенде аныктама, анан ар бир добуш берүү үчүн форма. Акыркы кадамга чейин эч нерсе өзгөрбөйт."
    )
    static let definitionFile = Phrase(
        "Definition of the election", ru: "Определение выборов", ky: "Шайлоонун аныктамасы")
    static let definitionHint = Phrase(
        "The file definition.json of a definition folder.",
        ru: "Файл definition.json из папки определения.",
        ky: "Аныктама папкасындагы definition.json файлы.")
    static let readDefinition = Phrase(
        "Read the definition", ru: "Прочесть определение", ky: "Аныктаманы окуу")
    static let definitionHas = Phrase(
        "{0}; contests: {1}; stations: {2}.", ru: "{0}; голосований: {1}; участков: {2}.",
        ky: "{0}; добуш берүүлөр: {1}; участкалар: {2}.")
    static let formFromFile = Phrase("from a file", ru: "из файла", ky: "файлдан")
    static let formFile = Phrase(
        "Form as a file, where none of these fits", ru: "Форма файлом, если ни одна не подходит",
        ky: "Эч бири ылайык келбесе, форма файл менен")
    static let chooseForm = Phrase("Choose a form.", ru: "Выберите форму.", ky: "Форма тандаңыз.")
    static let registerLabel = Phrase(
        "Names on the list of each station", ru: "Число имён в списке каждого участка",
        ky: "Ар бир участканын тизмесиндеги ат саны")
    static let registerHint = Phrase(
        "One station a line: code, then number.", ru: "По участку в строке: код, затем число.",
        ky: "Бир сапта бир участка: коду, анан саны.")
    static let registerLine = Phrase(
        "Line {0} cannot be read: {1}", ru: "Строка {0} не читается: {1}",
        ky: "{0}-сап окулбайт: {1}")
    static let usualReadiness = Phrase(
        "Ask every station for equipment, keys, staff, materials, power and connection, and missions for the foreign ministry's part",
        ru:
            "Требовать от участков оборудование, ключи, персонал, материалы, электричество и связь, а от представительств часть МИД",
        ky:
            "Участкалардан жабдуу, ачкыч, кызматкер, материал, электр жана байланыш, өкүлчүлүктөрдөн ТИМдин бөлүгүн талап кылуу"
    )
    static let electionCannotChange = Phrase(
        "Once a sheet, a turnout or a readiness record has come, the election can no longer be changed.",
        ru: "После первого протокола, явки или записи о готовности изменить выборы нельзя.",
        ky:
            "Биринчи протокол, катышуу же даярдык жазуусу келгенден кийин шайлоону өзгөртүүгө болбойт."
    )
    static let setElection = Phrase(
        "Set up this election", ru: "Настроить эти выборы", ky: "Бул шайлоону орнотуу")
    static let mapFile = Phrase("Map file", ru: "Файл карты", ky: "Карта файлы")
    static let mapHint = Phrase(
        "GeoJSON, a collection of features named by district.",
        ru: "GeoJSON, набор объектов с именами округов.",
        ky: "GeoJSON, округдардын аты бар объекттер.")
    static let notAMap = Phrase(
        "The file is no GeoJSON collection of features.",
        ru: "Файл не является набором объектов GeoJSON.",
        ky: "Файл GeoJSON объекттеринин топтому эмес.")
    static let setMap = Phrase("Use this map", ru: "Использовать карту", ky: "Картаны колдонуу")
    static let keysHow = Phrase(
        "A signed sheet is taken when enough members of its commission signed it with these keys.",
        ru:
            "Подписанный протокол принимается, если его этими ключами подписало достаточно членов комиссии.",
        ky: "Комиссиянын жетиштүү мүчөсү ушул ачкычтар менен кол койсо, протокол кабыл алынат.")
    static let keysLabel = Phrase(
        "Keys, one a line", ru: "Ключи, по одному в строке", ky: "Ачкычтар, бир сапта бирөө")
    static let keysHint = Phrase(
        "Each as name+8 digits+base64. They replace the station's earlier keys.",
        ru: "Каждый в виде имя+8 знаков+base64. Они заменяют прежние ключи участка.",
        ky: "Ар бири аты+8 белги+base64 түрүндө. Алар участканын мурунку ачкычтарын алмаштырат.")
    static let setKeys = Phrase("Set the keys", ru: "Установить ключи", ky: "Ачкычтарды орнотуу")

    static let logHow = Phrase(
        "Every act since the office was opened, {0} so far; none can be changed or left out unseen.",
        ru: "Все действия с открытия, пока {0}; ни одно нельзя незаметно изменить или убрать.",
        ky:
            "Ачылгандан берки бардык аракеттер, азырынча {0}; бирин да билинбей өзгөртүүгө же алып салууга болбойт."
    )
    static let noActFound = Phrase(
        "No such act here.", ru: "Таких действий здесь нет.", ky: "Мындай аракет жок.")
    static let olderActs = Phrase("Older acts", ru: "Более ранние", ky: "Мурункулары")
    static let kindOfAct = Phrase("Kind of act", ru: "Вид действия", ky: "Аракеттин түрү")
    static let numberWord = Phrase("No.", ru: "№", ky: "№")
    static let whenWord = Phrase("When", ru: "Когда", ky: "Качан")
    static let whoWord = Phrase("Who", ru: "Кто", ky: "Ким")
    static let whatWord = Phrase("What", ru: "Что", ky: "Эмне")
    static let aboutWord = Phrase("About", ru: "О чём", ky: "Эмне жөнүндө")
}
