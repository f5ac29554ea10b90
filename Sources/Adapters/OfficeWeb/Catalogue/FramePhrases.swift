import Web

/// The office's catalogue, part one: the frame, the sign-in, what happened, what cannot be done.
/// Russian and Kyrgyz have not yet been reviewed by a native jurist, and the pages say so.
extension Phrase {
    static let office = Phrase("Results office", ru: "Подсчёт итогов", ky: "Жыйынтыктар кеңсеси")
    static let skipToContent = Phrase(
        "Skip to the content", ru: "Перейти к содержанию", ky: "Мазмунга өтүү")
    static let languageWord = Phrase("Language", ru: "Язык", ky: "Тил")
    static let menu = Phrase("Menu", ru: "Меню", ky: "Меню")
    static let desk = Phrase("Desk", ru: "Рабочий стол", ky: "Иш столу")
    static let stationsWord = Phrase("Stations", ru: "Участки", ky: "Участкалар")
    static let stick = Phrase(
        "Sheets from a stick", ru: "Протоколы с флешки", ky: "Флешкадан протоколдор")
    static let readiness = Phrase("Readiness", ru: "Готовность", ky: "Даярдык")
    static let publication = Phrase("Publication", ru: "Публикация", ky: "Жарыялоо")
    static let accounts = Phrase("Accounts", ru: "Учётные записи", ky: "Эсептер")
    static let election = Phrase("Election", ru: "Выборы", ky: "Шайлоо")
    static let logWord = Phrase("Log", ru: "Журнал", ky: "Журнал")
    static let publicPages = Phrase(
        "Public pages of the count", ru: "Открытые страницы подсчёта",
        ky: "Саноонун ачык беттери")
    static let signOut = Phrase("Sign out", ru: "Выйти", ky: "Чыгуу")
    static let textsNotReviewed = Phrase(
        "The Russian and Kyrgyz texts of these pages have not yet been reviewed by a native jurist.",
        ru:
            "Русские тексты этих страниц ещё не проверены юристом, для которого русский язык родной.",
        ky:
            "Бул беттердин кыргызча тексттери кыргыз тилдүү юрист тарабынан азырынча текшериле элек."
    )
    static let pageAsOf = Phrase(
        "This page: {0}, act {1} of the log.", ru: "Страница: {0}, запись журнала {1}.",
        ky: "Бул бет: {0}, журналдын {1}-жазуусу.")
    static let youAs = Phrase("you ({0})", ru: "вы ({0})", ky: "сиз ({0})")
    static let wholeCountry = Phrase("whole country", ru: "вся страна", ky: "бүт өлкө")
    static let districtOf = Phrase("district {0}", ru: "округ {0}", ky: "{0} округу")
    static let stationOf = Phrase("station {0}", ru: "участок {0}", ky: "{0} участкасы")
    static let seriesByHand = Phrase(
        "counted by hand", ru: "ручной подсчёт", ky: "кол менен саналган")
    static let seriesByScanner = Phrase(
        "counted by scanner", ru: "подсчёт сканером", ky: "сканер менен саналган")
    static let spanMinutes = Phrase("{0} min", ru: "{0} мин", ky: "{0} мүн")
    static let spanHours = Phrase("{0} h", ru: "{0} ч", ky: "{0} саат")
    static let spanDays = Phrase("{0} d", ru: "{0} дн.", ky: "{0} күн")
    static let stationWord = Phrase("Station", ru: "Участок", ky: "Участка")
    static let districtWord = Phrase("District", ru: "Округ", ky: "Округ")
    static let everything = Phrase("all", ru: "все", ky: "баары")
    static let show = Phrase("Show", ru: "Показать", ky: "Көрсөтүү")
    static let more = Phrase("More", ru: "Ещё", ky: "Дагы")
    static let andMore = Phrase("and {0} more", ru: "и ещё {0}", ky: "дагы {0}")
    static let nOfMWord = Phrase("{0} of {1}", ru: "{0} из {1}", ky: "{1} ичинен {0}")
    static let asOfWord = Phrase("as of {0}", ru: "по состоянию на {0}", ky: "{0} карата")
    static let hoursOfStation = Phrase(
        "Opens {0}, closes {1}.", ru: "Открывается {0}, закрывается {1}.",
        ky: "Ачылат: {0}, жабылат: {1}.")

    // MARK: What cannot be done

    static let putRight = Phrase(
        "Please put this right", ru: "Исправьте, пожалуйста", ky: "Муну оңдоңуз")
    static let cannotBeDone = Phrase(
        "This cannot be done", ru: "Это сделать нельзя", ky: "Муну жасоого болбойт")
    static let problemCodeWord = Phrase("Problem code:", ru: "Код проблемы:", ky: "Көйгөйдүн коду:")
    static let notForYou = Phrase(
        "This page is not open to you", ru: "Эта страница вам не открыта",
        ky: "Бул бет сиз үчүн ачык эмес")
    static let notForYouWhy = Phrase(
        "Your roles do not allow it for this place.",
        ru: "Ваши роли не позволяют этого для этого места.",
        ky: "Ролдоруңуз бул жер үчүн муну жасоого уруксат бербейт.")
    static let whoMay = Phrase(
        "Open to, each for their own area:", ru: "Открыта, каждому в своей территории:",
        ky: "Ар бирине өз аймагында ачык:")
    static let yourRoles = Phrase("Your roles:", ru: "Ваши роли:", ky: "Сиздин ролдоруңуз:")
    static let yourRolesTitle = Phrase("Your roles", ru: "Ваши роли", ky: "Сиздин ролдоруңуз")
    static let toDesk = Phrase("To your desk", ru: "К рабочему столу", ky: "Иш столуна")
    static let noSuchPageHere = Phrase(
        "There is no such page", ru: "Такой страницы нет", ky: "Мындай бет жок")

    // MARK: Signing in

    static let signIn = Phrase("Sign in", ru: "Войти", ky: "Кирүү")
    static let signedIn = Phrase("You are signed in", ru: "Вы вошли", ky: "Сиз кирдиңиз")
    static let accountName = Phrase("Account name", ru: "Имя учётной записи", ky: "Эсептин аты")
    static let password = Phrase("Password", ru: "Пароль", ky: "Сырсөз")
    static let codeWord = Phrase("Code", ru: "Код", ky: "Код")
    static let codeHint = Phrase(
        "Six digits from the app on your phone.", ru: "Шесть цифр из приложения на телефоне.",
        ky: "Телефондогу колдонмодон алты сан.")
    static let noAccountYet = Phrase(
        "No account? Your commission's administrator sends you a link, which works once.",
        ru:
            "Нет учётной записи? Администратор комиссии пришлёт вам ссылку, она действует один раз.",
        ky: "Эсебиңиз жокпу? Комиссиянын администратору бир жолу иштеген шилтеме жөнөтөт.")
    static let keptBehind = Phrase(
        "What you had typed is kept and will be there after you have signed in.",
        ru: "Введённое вами сохранено и вернётся после входа.",
        ky: "Терген нерсеңиз сакталды, киргенден кийин кайра чыгат.")
    static let keptWhatYouTyped = Phrase(
        "What you had typed is kept. Nothing has been sent yet.",
        ru: "Введённое вами сохранено. Ещё ничего не отправлено.",
        ky: "Терген нерсеңиз сакталды. Азырынча эч нерсе жөнөтүлгөн жок.")
    static let goOnTyping = Phrase(
        "Back to the form, filled in", ru: "Назад к заполненной форме",
        ky: "Толтурулган формага кайтуу")
    static let welcome = Phrase("Welcome, {0}", ru: "Здравствуйте, {0}", ky: "Саламатсызбы, {0}")
    static let yourAccountName = Phrase(
        "You will sign in as", ru: "Вы будете входить под именем", ky: "Кирүү атыңыз")
    static let choosePassword = Phrase(
        "Choose a password", ru: "Выберите пароль", ky: "Сырсөз тандаңыз")
    static let passwordHint = Phrase(
        "At least 12 letters. Four words that do not belong together are easy to keep in mind.",
        ru: "Не короче 12 знаков. Легко запомнить четыре не связанных между собой слова.",
        ky: "12 белгиден кем эмес. Байланышы жок төрт сөздү эстеп калуу оңой.")
    static let passwordAgain = Phrase("The same again", ru: "Ещё раз", ky: "Дагы бир жолу")
    static let passwordsDiffer = Phrase(
        "The two passwords differ.", ru: "Пароли не совпадают.", ky: "Сырсөздөр бирдей эмес.")
    static let setUpCode = Phrase(
        "Set up the code on your phone", ru: "Настройте код на телефоне",
        ky: "Телефонуңузга кодду орнотуңуз")
    static let setUpCodeHow = Phrase(
        "Open an authenticator app, choose to add an account, and point the camera at this picture.",
        ru:
            "Откройте приложение для кодов, выберите добавление записи и наведите камеру на рисунок.",
        ky: "Код берүүчү колдонмону ачып, эсеп кошууну тандап, камераны сүрөткө каратыңыз.")
    static let codePicture = Phrase(
        "Picture to scan with the authenticator app", ru: "Рисунок для приложения с кодами",
        ky: "Код колдонмосу үчүн сүрөт")
    static let openCodeApp = Phrase(
        "On the phone itself: open the app", ru: "На самом телефоне: открыть приложение",
        ky: "Телефондун өзүндө: колдонмону ачуу")
    static let orType = Phrase(
        "Without a camera, type this into the app:", ru: "Без камеры введите в приложение:",
        ky: "Камерасыз болсо, колдонмого муну териңиз:")
    static let codeFromApp = Phrase(
        "The six digits that the app shows now.",
        ru: "Шесть цифр, которые приложение показывает сейчас.",
        ky: "Колдонмо азыр көрсөтүп турган алты сан.")
    static let setUpAndEnter = Phrase(
        "Set up and sign in", ru: "Настроить и войти", ky: "Орнотуп, кирүү")
}
