import Ledger

/// The catalogue, part one: what stands around every page. Russian and Kyrgyz have not yet been
/// reviewed by a native jurist, and the pages say so.
extension Phrase {
    static let skip = Phrase(
        "Skip to the content", ru: "Перейти к содержанию", ky: "Мазмунга өтүү")
    static let front = Phrase("Front page", ru: "Главная", ky: "Башкы бет")
    static let languages = Phrase("Language", ru: "Язык", ky: "Тил")
    static let nineChapters = Phrase("Nine chapters", ru: "Девять глав", ky: "Тогуз бөлүм")
    static let nineChaptersLead = Phrase(
        "The election from its definition to its record. Each chapter answers one question and hands its evidence on to the next.",
        ru:
            "Выборы от их определения до публикации. Каждая глава отвечает на один вопрос и передаёт свои свидетельства следующей.",
        ky:
            "Шайлоо аныкталгандан жарыяланганга чейин. Ар бир бөлүм бир суроого жооп берип, далилдерин кийинкисине өткөрөт."
    )
    static let whereYouStand = Phrase(
        "Where you are", ru: "Где вы находитесь", ky: "Сиз турган жер")
    static let neighbours = Phrase(
        "Chapters before and after", ru: "Соседние главы", ky: "Коңшу бөлүмдөр")
    static let previous = Phrase("Back: {0}", ru: "Назад: {0}", ky: "Артка: {0}")
    static let next = Phrase("Next: {0}", ru: "Далее: {0}", ky: "Кийинки: {0}")
    static let notReviewed = Phrase(
        "The Russian and Kyrgyz texts of these pages have not yet been reviewed by a native jurist.",
        ru:
            "Русские тексты этих страниц ещё не проверены юристом, для которого русский язык родной.",
        ky:
            "Бул беттердин кыргызча тексттери кыргыз тилдүү юрист тарабынан азырынча текшериле элек."
    )
    static let madeFromRecord = Phrase(
        "Made from a record of {0}; root of its log:",
        ru: "Страница построена по записи, {0}; корень журнала:",
        ky: "Бет жазуудан түзүлдү, {0}; журналдын тамыры:")
    static let thisPage = Phrase("This page:", ru: "Эта страница:", ky: "Бул бет:")
    static let verifyYourself = Phrase(
        "Verify this record yourself", ru: "Проверьте эту запись сами",
        ky: "Бул жазууну өзүңүз текшериңиз")
    static let recordDoesNotVerify = Phrase(
        "This record does not verify: {0} of {1} steps do not hold.",
        ru: "Эта запись не проходит проверку: не выполнено шагов {0} из {1}.",
        ky: "Бул жазуу текшерүүдөн өтпөйт: {1} кадамдын {0} аткарылган жок.")
    static let seeWhich = Phrase("See which", ru: "Посмотреть, какие", ky: "Кайсылары экенин көрүү")
    static let asOf = Phrase("As of {0}", ru: "По состоянию на {0}", ky: "{0} карата")
    static let howWeKnow = Phrase(
        "How we know", ru: "Откуда это известно", ky: "Муну кайдан билебиз")
    static let whatToSee = Phrase(
        "What the picture shows", ru: "Что видно на рисунке", ky: "Сүрөттө эмне көрүнөт")
    static let dataOfPicture = Phrase(
        "Download the figures of this picture (CSV)", ru: "Скачать числа этого рисунка (CSV)",
        ky: "Бул сүрөттүн сандарын жүктөп алуу (CSV)")
    static let invented = Phrase(
        "invented country", ru: "вымышленная страна", ky: "ойдон чыгарылган өлкө")
    static let nOfM = Phrase("{0} of {1}", ru: "{0} из {1}", ky: "{1} ичинен {0}")
    static let coverage = Phrase("{0} of {1}", ru: "{0} из {1}", ky: "{1} {0}")
    static let partOfBase = Phrase("{0} of {1} {2}", ru: "{0} из {1} {2}", ky: "{1} {2} {0}")
    static let none = Phrase("none", ru: "нет", ky: "жок")
    static let takeHome = Phrase("Files to take home", ru: "Файлы", ky: "Файлдар")
    static let noFiles = Phrase(
        "The record has no file of this chapter.", ru: "В записи нет файлов этой главы.",
        ky: "Жазууда бул бөлүмдүн файлы жок.")
    static let file = Phrase("File", ru: "Файл", ky: "Файл")
    static let kind = Phrase("Kind", ru: "Вид", ky: "Түрү")

    static let noSuchPage = Phrase(
        "There is no such page", ru: "Такой страницы нет", ky: "Мындай бет жок")
    static let noSuchPageWhy = Phrase(
        "The address is not one of this record's pages.",
        ru: "Этот адрес не относится к страницам записи.",
        ky: "Бул дарек жазуунун беттерине кирбейт.")
    static let noSuchPageNext = Phrase(
        "Check the address, or go on from one of the chapters.",
        ru: "Проверьте адрес или продолжите с одной из глав.",
        ky: "Даректи текшериңиз же бөлүмдөрдүн биринен улантыңыз.")
    static let problemCode = Phrase("Problem code:", ru: "Код проблемы:", ky: "Көйгөйдүн коду:")

    static let chooseLanguage = Phrase(
        "Choose a language", ru: "Выберите язык", ky: "Тилди тандаңыз")
}

/// The catalogue, part two: the chapters.
extension Chapter {
    /// The word of the heading and of the navigation.
    var verb: Phrase {
        switch self {
        case .define: Phrase("define", ru: "определить", ky: "аныктоо")
        case .watch: Phrase("watch", ru: "наблюдать", ky: "байкоо")
        case .admit: Phrase("admit", ru: "допустить", ky: "киргизүү")
        case .read: Phrase("read", ru: "прочесть", ky: "окуу")
        case .balance: Phrase("balance", ru: "сверить", ky: "салыштыруу")
        case .declare: Phrase("declare", ru: "объявить", ky: "жыйынтыктоо")
        case .check: Phrase("check", ru: "проверить", ky: "текшерүү")
        case .assess: Phrase("assess", ru: "оценить", ky: "баалоо")
        case .publish: Phrase("publish", ru: "опубликовать", ky: "жарыялоо")
        }
    }

    /// What a citizen asks here.
    var question: Phrase {
        switch self {
        case .define:
            Phrase(
                "What is decided, by whom, under which rules?",
                ru: "Что решается, кем и по каким правилам?",
                ky: "Эмне чечилет, ким чечет жана кандай эрежелер менен?")
        case .watch:
            Phrase(
                "Who observes, and in whose name?", ru: "Кто наблюдает и от чьего имени?",
                ky: "Ким байкайт жана кимдин атынан?")
        case .admit:
            Phrase(
                "Who may vote, and who was given a paper?",
                ru: "Кто может голосовать и кому выдан бюллетень?",
                ky: "Ким добуш бере алат жана кимге бюллетень берилди?")
        case .read:
            Phrase(
                "What does each paper say?", ru: "Что сказано в каждом бюллетене?",
                ky: "Ар бир бюллетенде эмне деп айтылган?")
        case .balance:
            Phrase(
                "What did each station sign, and does it add up?",
                ru: "Что подписал каждый участок и сходятся ли числа?",
                ky: "Ар бир участка эмнеге кол койду жана сандар дал келеби?")
        case .declare:
            Phrase(
                "What is the total; who is elected?", ru: "Каков итог; кто избран?",
                ky: "Жыйынтык кандай; ким шайланды?")
        case .check:
            Phrase(
                "Does the paper bear the result out?",
                ru: "Подтверждают ли бюллетени результат?",
                ky: "Бюллетендер жыйынтыкты ырастайбы?")
        case .assess:
            Phrase(
                "Were the commitments kept?", ru: "Соблюдены ли обязательства?",
                ky: "Милдеттенмелер аткарылдыбы?")
        case .publish:
            Phrase(
                "Can I verify all this myself?", ru: "Могу ли я проверить всё это сам?",
                ky: "Мунун баарын өзүм текшере аламбы?")
        }
    }
}

/// Things that are counted.
extension Counted {
    static let stations = Counted(
        ["station", "stations"], ru: ["участок", "участка", "участков"],
        ky: ["участка", "участка"])
    /// After `of`: 12 of 12 stations; Russian takes the genitive, Kyrgyz the ablative of part.
    static let ofStations = Counted(
        ["station", "stations"], ru: ["участка", "участков", "участков"],
        ky: ["участканын", "участканын"])
    static let entries = Counted(
        ["entry", "entries"], ru: ["запись журнала", "записи журнала", "записей журнала"],
        ky: ["журнал жазуусу", "журнал жазуусу"])
    static let paperCount = Counted(
        ["paper", "papers"], ru: ["бюллетень", "бюллетеня", "бюллетеней"],
        ky: ["бюллетень", "бюллетень"])
    static let batches = Counted(
        ["batch of papers", "batches of papers"],
        ru: ["группа бюллетеней", "группы бюллетеней", "групп бюллетеней"],
        ky: ["бюллетендер тобу", "бюллетендер тобу"])
    static let votesFewer = Counted(
        ["vote fewer", "votes fewer"], ru: ["голос меньше", "голоса меньше", "голосов меньше"],
        ky: ["добушка аз", "добушка аз"])
}
