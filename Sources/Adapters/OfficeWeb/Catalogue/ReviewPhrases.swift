import Web

/// The office's catalogue, part eight: doubtful papers.
extension Phrase {
    static let doubtfulPapers = Phrase(
        "Doubtful papers", ru: "Сомнительные бюллетени", ky: "Күмөндүү бюллетендер")
    static let toDoubtfulPapers = Phrase(
        "To the doubtful papers", ru: "К сомнительным бюллетеням", ky: "Күмөндүү бюллетендерге")
    static let noReadingYet = Phrase(
        "No papers read by machine have been taken in yet. An officer does it with a packed folder.",
        ru:
            "Прочитанные машиной бюллетени ещё не приняты. Это делает сотрудник с упакованной папкой.",
        ky:
            "Машина окуган бюллетендер али кабыл алына элек. Аны кызматкер таңгакталган папка менен жасайт."
    )
    static let reviewProgress = Phrase(
        "{0} of {1} papers are done", ru: "Готово бюллетеней: {0} из {1}",
        ky: "{1} бюллетендин {0} даяр")
    static let takeNextPaper = Phrase(
        "Take the next paper", ru: "Взять следующий бюллетень", ky: "Кийинки бюллетенди алуу")
    static let goOnWithPaper = Phrase(
        "Go on with your paper", ru: "Продолжить с вашим бюллетенем",
        ky: "Бюллетениңизди улантуу")
    static let noPaperForYou = Phrase(
        "No paper waits for you. What is left lies before others or needs somebody else.",
        ru: "Для вас бюллетеней нет. Оставшиеся у других или требуют другого человека.",
        ky: "Сизге бюллетень жок. Калганы башкаларда же башка адамды талап кылат.")
    static let reviewHow = Phrase(
        "Each paper is looked at by two persons who do not see each other's choice. Where they differ, a third looks. Say what stands on the paper, not what the voter may have meant.",
        ru:
            "Каждый бюллетень смотрят двое, не видя выбора друг друга. Если они расходятся, смотрит третий. Указывайте то, что есть на бумаге, а не то, что избиратель мог иметь в виду.",
        ky:
            "Ар бир бюллетенди эки киши бири-биринин тандоосун көрбөй карайт. Айырмаланса, үчүнчүсү карайт. Шайлоочу эмнени ойлогонун эмес, кагазда эмне турганын айтыңыз."
    )
    static let yourOpenOpinions = Phrase(
        "Your opinions that can still be taken back ({0})",
        ru: "Ваши мнения, которые ещё можно отозвать ({0})",
        ky: "Дагы кайра алууга боло турган пикирлериңиз ({0})")
    static let takeOpinionBack = Phrase("Take back", ru: "Отозвать", ky: "Кайра алуу")
    static let readingsCaption = Phrase(
        "Papers read by machine, by station", ru: "Бюллетени, прочитанные машиной, по участкам",
        ky: "Машина окуган бюллетендер, участкалар боюнча")
    static let papersRead = Phrase("Read", ru: "Прочитано", ky: "Окулган")
    static let doubtfulOfThem = Phrase("Doubtful", ru: "Сомнительных", ky: "Күмөндүү")
    static let settledWord = Phrase("Settled", ru: "Решено", ky: "Чечилген")
    static let waitingWord = Phrase("Waiting", ru: "Ждут", ky: "Күтүүдө")
    static let leftToCommission = Phrase(
        "Left to the commission", ru: "Оставлено комиссии", ky: "Комиссияга калтырылган")
    static let takenInAt = Phrase("Taken in", ru: "Приняты", ky: "Кабыл алынган")
    static let papersForCommission = Phrase(
        "For the commission to decide ({0})", ru: "Решает комиссия ({0})",
        ky: "Комиссия чечет ({0})")
    static let papersForCommissionHow = Phrase(
        "No two of three persons agree on these papers, or they agree that it cannot be told. They count for nothing until two officers enter and confirm what the commission decides.",
        ru:
            "По этим бюллетеням никакие двое из трёх не согласны, или согласны, что определить нельзя. Они не учтены, пока два сотрудника не внесут и не подтвердят решение комиссии.",
        ky:
            "Бул бюллетендер боюнча үч кишинин экөө макул эмес, же аныктоого болбойт дешет. Эки кызматкер комиссиянын чечимин киргизип, ырастамайынча алар эсептелбейт."
    )
    static let paperNamed = Phrase(
        "Paper {0}, {1}", ru: "Бюллетень {0}, {1}", ky: "{0} бюллетени, {1}")
    static let paperTitle = Phrase("Paper {0}", ru: "Бюллетень {0}", ky: "{0} бюллетени")

    // MARK: How a paper stands

    static let paperSettled = Phrase("Settled", ru: "Решено", ky: "Чечилди")
    static let paperUndecided = Phrase(
        "Left to the commission", ru: "Оставлено комиссии", ky: "Комиссияга калтырылды")
    static let paperFoundSpoiled = Phrase(
        "Spoiled: the whole paper is no vote", ru: "Испорчен: весь бюллетень не голос",
        ky: "Бузулган: бюллетень толугу менен добуш эмес")
    static let paperWaits = Phrase(
        "Waits for reviewers", ru: "Ждёт рецензентов", ky: "Карап чыгуучуларды күтүүдө")
    static let youHaveSaid = Phrase(
        "You have said what you think of it", ru: "Вы уже высказались о нём",
        ky: "Ал жөнүндө оюңузду айттыңыз")
    static let paperNotBeforeYou = Phrase(
        "This paper does not lie before you now", ru: "Этот бюллетень сейчас не у вас",
        ky: "Бул бюллетень азыр сиздин алдыңызда эмес")
    static let noTwoAgree = Phrase(
        "No two of three agree", ru: "Никакие двое из трёх не согласны",
        ky: "Үчөөнүн экөө макул эмес")
    static let peopleDecided = Phrase("Decided: {0}", ru: "Решено: {0}", ky: "Чечилди: {0}")

    // MARK: One place on it

    static let choiceMark = Phrase("Mark", ru: "Отметка есть", ky: "Белги бар")
    static let choiceNoMark = Phrase("No mark", ru: "Отметки нет", ky: "Белги жок")
    static let choiceCannotTell = Phrase(
        "Cannot be told", ru: "Определить нельзя", ky: "Аныктоого болбойт")
    static let cropOf = Phrase(
        "The place beside {0}, as scanned", ru: "Место рядом с «{0}», как отсканировано",
        ky: "«{0}» жанындагы жер, сканерленгендей")
    static let wholePaper = Phrase("The whole paper", ru: "Весь бюллетень", ky: "Бүт бюллетень")
    static let bothReadersSay = Phrase(
        "First reader: {0}. Second reader: {1}.", ru: "Первый способ: {0}. Второй: {1}.",
        ky: "Биринчи ыкма: {0}. Экинчиси: {1}.")
    static let oneReaderSays = Phrase(
        "The machine's reader: {0}.", ru: "Машина: {0}.", ky: "Машина: {0}.")
    static let nothingElseMarked = Phrase(
        "Nothing else is marked for certain in this contest.",
        ru: "Больше в этом вопросе ничего точно не отмечено.",
        ky: "Бул маселеде башка эч нерсе так белгиленген эмес.")
    static let elseMarked = Phrase(
        "Marked for certain in this contest: {0}.", ru: "Точно отмечено в этом вопросе: {0}.",
        ky: "Бул маселеде так белгиленген: {0}.")
    static let decideThisPlace = Phrase(
        "Decide this place, or say that the paper is spoiled.",
        ru: "Решите это место или укажите, что бюллетень испорчен.",
        ky: "Бул жерди чечиңиз же бюллетень бузулганын белгилеңиз.")

    // MARK: The whole paper

    static let paperIsSpoiled = Phrase(
        "The whole paper is spoiled", ru: "Весь бюллетень испорчен", ky: "Бүт бюллетень бузулган")
    static let whyOfPaper = Phrase(
        "Why it cannot be told, or is spoiled", ru: "Почему нельзя определить или испорчен",
        ky: "Эмне үчүн аныктоого болбойт же бузулган")
    static let sayWhyOfPaper = Phrase(
        "Say in a few words why.", ru: "Напишите кратко, почему.", ky: "Себебин кыскача жазыңыз.")
    static let sendAndNext = Phrase(
        "Send, and take the next", ru: "Отправить и взять следующий",
        ky: "Жөнөтүп, кийинкисин алуу")
    static let undoChoice = Phrase("Undo", ru: "Отменить выбор", ky: "Тандоону жокко чыгаруу")
    static let yoursUntil = Phrase(
        "Yours until {0}.", ru: "У вас до {0}.", ky: "Сизде {0} чейин.")
    static let keepLonger = Phrase(
        "Keep it ten minutes from now", ru: "Оставить ещё на десять минут",
        ky: "Дагы он мүнөт калтыруу")
    static let putPaperBack = Phrase(
        "Put it back for somebody else", ru: "Вернуть для другого", ky: "Башка адамга кайра коюу")

    // MARK: Machine against hand

    static let machineAgainstHandHere = Phrase(
        "Machine against hand", ru: "Машина и ручной подсчёт", ky: "Машина жана кол менен")
    static let readingFacts = Phrase(
        "Read by machine: {0} papers, taken in {1}; {2} of {3} doubtful papers are done.",
        ru: "Прочитано машиной бюллетеней: {0}, принято {1}; сомнительных готово {2} из {3}.",
        ky: "Машина окуган бюллетендер: {0}, кабыл алынган {1}; күмөндүү {3} ичинен {2} даяр.")
    static let refusedPagesFact = Phrase(
        "Pages that the machine refused and only a hand has counted: {0}.",
        ru: "Страниц, которые машина не приняла и которые посчитаны только вручную: {0}.",
        ky: "Машина кабыл албаган, кол менен гана эсептелген барактар: {0}.")
    static let handFacts = Phrase(
        "By hand: the sheet filed {0}.", ru: "Вручную: протокол подан {0}.",
        ky: "Кол менен: протокол берилген {0}.")
    static let noHandCountYet = Phrase(
        "No count by hand is filed yet; there is nothing to compare.",
        ru: "Ручной подсчёт ещё не подан; сравнивать не с чем.",
        ky: "Кол менен эсептөө али берилген жок; салыштыра турган эч нерсе жок.")
    static let machineAndHandAgree = Phrase(
        "Both counts are the same", ru: "Оба подсчёта одинаковы", ky: "Эки эсеп бирдей")
    static let doubtfulMayExplain = Phrase(
        "The counts differ; the doubtful papers can explain it",
        ru: "Подсчёты расходятся; сомнительные бюллетени могут это объяснить",
        ky: "Эсептер айырмаланат; муну күмөндүү бюллетендер түшүндүрө алат")
    static let unexplainedPapers = Phrase(
        "Papers that nothing explains, at least: {0}.",
        ru: "Бюллетеней без объяснения, не меньше: {0}.",
        ky: "Эч нерсе түшүндүрбөгөн бюллетендер, кеминде: {0}.")
    static let comparisonCaption = Phrase(
        "{0}: machine against hand", ru: "{0}: машина и ручной подсчёт",
        ky: "{0}: машина жана кол менен")
    static let optionWord = Phrase("Option", ru: "Вариант", ky: "Вариант")
    static let machineBeforeReview = Phrase(
        "Machine, before review", ru: "Машина, до просмотра", ky: "Машина, кароого чейин")
    static let machineAfterReview = Phrase(
        "Machine, after review", ru: "Машина, после просмотра", ky: "Машина, кароодон кийин")
    static let byHandShort = Phrase("By hand", ru: "Вручную", ky: "Кол менен")
    static let differenceWord = Phrase("Difference", ru: "Разница", ky: "Айырма")
    static let papersNotValid = Phrase(
        "Papers not valid", ru: "Недействительные бюллетени", ky: "Жараксыз бюллетендер")
    static let openPapersNote = Phrase(
        "Doubtful papers in this contest that are not decided, and counted nowhere: {0}.",
        ru: "Сомнительных бюллетеней в этом вопросе без решения, нигде не учтённых: {0}.",
        ky: "Бул маселеде чечилбеген, эч жерде эсептелбеген күмөндүү бюллетендер: {0}.")
    static let machineHasMore = Phrase(
        "{1}: the machine has {0} more than the hand.",
        ru: "{1}: у машины на {0} больше, чем вручную.",
        ky: "{1}: машинада кол менен эсептегенден {0} көп.")
    static let handHasMore = Phrase(
        "{1}: the hand has {0} more than the machine.",
        ru: "{1}: вручную на {0} больше, чем у машины.",
        ky: "{1}: кол менен эсептегенде машинадан {0} көп.")
    static let doubtfulCountedHere = Phrase(
        "Papers with a doubtful mark in this contest: {0}; of them counted here: {1}.",
        ru: "Бюллетеней с сомнительной отметкой в этом вопросе: {0}; из них учтены здесь: {1}.",
        ky:
            "Бул маселеде күмөндүү белгиси бар бюллетендер: {0}; алардын бул жерде эсептелгени: {1}."
    )
    static let doubtfulCouldBe = Phrase(
        "Papers with a doubtful mark in this contest: {0}; of them not counted here, and could be: {1}.",
        ru:
            "Бюллетеней с сомнительной отметкой в этом вопросе: {0}; из них здесь не учтены, но могли бы: {1}.",
        ky:
            "Бул маселеде күмөндүү белгиси бар бюллетендер: {0}; алардын бул жерде эсептелбегени, бирок эсептелиши мүмкүн: {1}."
    )
    static let lineMayBeExplained = Phrase(
        "These papers can explain the difference.", ru: "Эти бюллетени могут объяснить разницу.",
        ky: "Айырманы ушул бюллетендер түшүндүрө алат.")
    static let showPapers = Phrase(
        "Show these papers ({0})", ru: "Показать эти бюллетени ({0})",
        ky: "Бул бюллетендерди көрсөтүү ({0})")

    // MARK: The desk

    static let workReviewPapers = Phrase(
        "Doubtful papers to look at", ru: "Посмотреть сомнительные бюллетени",
        ky: "Күмөндүү бюллетендерди кароо")
    static let workUndecidedPapers = Phrase(
        "Papers on which reviewers do not agree: {0}",
        ru: "Бюллетени, по которым рецензенты не согласны: {0}",
        ky: "Карап чыгуучулар макул болбогон бюллетендер: {0}")

    static func doneOfReview(_ done: Done) -> Phrase? {
        switch done {
        case .opinionGiven:
            Phrase("Your opinion is kept.", ru: "Ваше мнение сохранено.", ky: "Пикириңиз сакталды.")
        case .opinionTakenBack:
            Phrase(
                "Taken back; the paper waits again.", ru: "Отозвано; бюллетень снова ждёт.",
                ky: "Кайра алынды; бюллетень кайра күтүүдө.")
        case .paperPutBack:
            Phrase(
                "The paper is back for somebody else.", ru: "Бюллетень возвращён для другого.",
                ky: "Бюллетень башка адамга кайтарылды.")
        case .paperKept:
            Phrase(
                "It is yours for ten more minutes.", ru: "Он у вас ещё на десять минут.",
                ky: "Ал сизде дагы он мүнөт.")
        default: doneOfCommission(done)
        }
    }
}
