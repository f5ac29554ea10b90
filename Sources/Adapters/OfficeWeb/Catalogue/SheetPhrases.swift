import Web

/// The office's catalogue, part three: stating, copying, confirming and doubting sheets.
extension Phrase {
    static let stateSheet = Phrase(
        "State the sheet", ru: "Внести протокол", ky: "Протоколду киргизүү")
    static let correctSheet = Phrase(
        "Correct the sheet", ru: "Исправить протокол", ky: "Протоколду оңдоо")
    static let copySheet = Phrase("Copy from paper", ru: "Внести с бумаги", ky: "Кагаздан көчүрүү")
    static let stateHow = Phrase(
        "Type each figure as it stands on the signed sheet. Nothing counts until a second member of the commission has confirmed it.",
        ru:
            "Введите каждое число так, как оно стоит в подписанном протоколе. Ничего не учитывается, пока второй член комиссии не подтвердит.",
        ky:
            "Ар бир санды кол коюлган протоколдо тургандай териңиз. Комиссиянын экинчи мүчөсү ырастамайынча эч нерсе эсептелбейт."
    )
    static let correctHow = Phrase(
        "The old figure stands beside each line. The filed sheet and the correction both stay for everybody to see.",
        ru:
            "Рядом с каждой строкой стоит прежнее число. И поданный протокол, и исправление останутся видны всем.",
        ky:
            "Ар бир саптын жанында мурунку сан турат. Берилген протокол да, оңдоо да баарына көрүнүп калат."
    )
    static let copyHow = Phrase(
        "Copy what stands on the paper, also where it does not add up. Another clerk copies the same sheet, and neither of you sees the other's figures.",
        ru:
            "Внесите то, что стоит на бумаге, даже если не сходится. Другой сотрудник вносит тот же протокол, и никто не видит чисел другого.",
        ky:
            "Кагазда эмне турса, дал келбесе да ошону көчүрүңүз. Башка кызматкер ошол эле протоколду көчүрөт, бири-бириңиздин сандарды көрбөйсүздөр."
    )
    static let linesOfSheet = Phrase(
        "Lines of the sheet", ru: "Строки протокола", ky: "Протоколдун саптары")
    static let votesOnSheet = Phrase("Votes", ru: "Голоса", ky: "Добуштар")
    static let was = Phrase("was {0}", ru: "было {0}", ky: "мурда {0}")
    static let sums = Phrase(
        "Do the figures agree?", ru: "Сходятся ли числа?", ky: "Сандар дал келеби?")
    static let holds = Phrase("holds", ru: "сходится", ky: "дал келет")
    static let doesNotHold = Phrase("does not hold", ru: "не сходится", ky: "дал келбейт")
    static let doesNotHoldSoft = Phrase(
        "does not hold, say why", ru: "не сходится, нужна причина",
        ky: "дал келбейт, себебин айтыңыз")
    static let doesNotHoldAlarm = Phrase(
        "does not hold; the sheet can be filed, and an officer is told",
        ru: "не сходится; протокол можно подать, сотрудник узнает об этом",
        ky: "дал келбейт; протоколду берүүгө болот, кызматкерге кабар берилет")
    static let notYetKnown = Phrase(
        "figures missing", ru: "не хватает чисел", ky: "сандар жетишпейт")
    static let moreLeft = Phrase(
        "{0} more than on the right", ru: "на {0} больше, чем справа", ky: "оң жактагыдан {0} көп")
    static let fewerLeft = Phrase(
        "{0} fewer than on the right", ru: "на {0} меньше, чем справа", ky: "оң жактагыдан {0} аз")
    static let allVotes = Phrase("(all votes)", ru: "(все голоса)", ky: "(бардык добуштар)")
    static let lineNumber = Phrase("(line {0})", ru: "(стр. {0})", ky: "({0}-сап)")
    static let whyNotHold = Phrase("Why is it so?", ru: "Почему так?", ky: "Эмне үчүн ушундай?")
    static let reasonIsPublished = Phrase(
        "In a sentence. It is published.", ru: "Одним предложением. Оно публикуется.",
        ky: "Бир сүйлөм менен. Ал жарыяланат.")
    static let reasonGiven = Phrase(
        "Reason given:", ru: "Указанная причина:", ky: "Көрсөтүлгөн себеп:")
    static let pictureOfSheet = Phrase(
        "Picture of the sheet", ru: "Снимок протокола", ky: "Протоколдун сүрөтү")
    static let takePicture = Phrase(
        "Take a photograph", ru: "Сфотографировать", ky: "Сүрөткө тартуу")
    static let pictureFile = Phrase(
        "or choose a picture", ru: "или выбрать снимок", ky: "же сүрөт тандоо")
    static let pictureHint = Phrase(
        "The whole sheet, straight from above. JPEG or PNG.",
        ru: "Весь протокол, прямо сверху. JPEG или PNG.",
        ky: "Протокол толугу менен, түз үстүнөн. JPEG же PNG.")
    static let anotherPicture = Phrase("Another picture", ru: "Другой снимок", ky: "Башка сүрөт")
    static let notAPicture = Phrase(
        "The file is no JPEG or PNG picture.", ru: "Файл не является снимком JPEG или PNG.",
        ky: "Файл JPEG же PNG сүрөт эмес.")
    static let pictureKept = Phrase(
        "The picture is kept", ru: "Снимок сохранён", ky: "Сүрөт сакталды")
    static let scanOfSheet = Phrase(
        "Picture of the sheet on paper", ru: "Снимок бумажного протокола",
        ky: "Кагаз протоколдун сүрөтү")
    static let openPicture = Phrase("Open by itself", ru: "Открыть отдельно", ky: "Өзүнчө ачуу")
    static let checkSums = Phrase(
        "Check the sums", ru: "Проверить суммы", ky: "Суммаларды текшерүү")
    static let fileTheSheet = Phrase(
        "File the sheet", ru: "Подать протокол", ky: "Протоколду берүү")
    static let fileTheCorrection = Phrase(
        "File the correction", ru: "Подать исправление", ky: "Оңдоону берүү")
    static let handInCopy = Phrase("Hand in the copy", ru: "Сдать копию", ky: "Көчүрмөнү тапшыруу")
    static let sheetSaysSo = Phrase(
        "If these are the figures on the signed sheet, send them as they are. They are kept and shown as refused, and your commission is told.",
        ru:
            "Если в подписанном протоколе стоят именно эти числа, отправьте как есть. Они сохранятся и будут показаны как непринятые, а комиссия узнает об этом.",
        ky:
            "Эгер кол коюлган протоколдо дал ушул сандар болсо, ошол бойдон жөнөтүңүз. Алар сакталып, кабыл алынбаган деп көрсөтүлөт, комиссияга кабар берилет."
    )
    static let sendAsItStands = Phrase(
        "Send it as it stands", ru: "Отправить как есть", ky: "Ошол бойдон жөнөтүү")
    static let allSumsHold = Phrase(
        "All figures agree. Nothing has been sent yet.",
        ru: "Все числа сходятся. Ещё ничего не отправлено.",
        ky: "Бардык сандар дал келет. Азырынча эч нерсе жөнөтүлгөн жок.")
    static let lineEmpty = Phrase(
        "{0}: no figure yet. Nothing counted is 0.",
        ru: "{0}: нет числа. Если ничего нет, впишите 0.",
        ky: "{0}: сан жок. Эч нерсе жок болсо, 0 жазыңыз.")
    static let lineNoNumber = Phrase(
        "{0}: “{1}” is no whole number. Write digits only.",
        ru: "{0}: «{1}» не целое число. Пишите только цифры.",
        ky: "{0}: «{1}» бүтүн сан эмес. Цифраларды гана жазыңыз.")
    static let lineTooLarge = Phrase(
        "{0}: a figure is at most {1}.", ru: "{0}: число не больше {1}.", ky: "{0}: сан {1} ашпайт."
    )
    static let sumDoesNotHold = Phrase(
        "Does not hold: {0}", ru: "Не сходится: {0}", ky: "Дал келбейт: {0}")
    static let reasonIsMissing = Phrase(
        "Say why it does not hold: {0}", ru: "Напишите, почему не сходится: {0}",
        ky: "Эмне үчүн дал келбегенин жазыңыз: {0}")
    static let whyIsMissing = Phrase(
        "Say why, in a sentence.", ru: "Напишите причину одним предложением.",
        ky: "Себебин бир сүйлөм менен жазыңыз.")
    static let whyCorrect = Phrase(
        "Why the filed sheet is wrong", ru: "Почему поданный протокол неверен",
        ky: "Берилген протокол эмне үчүн туура эмес")
    static let whyCorrectLabel = Phrase(
        "Reason of the correction", ru: "Причина исправления", ky: "Оңдоонун себеби")
    static let sheetRefused = Phrase(
        "Refused: the sheet does not add up. What you sent is kept.",
        ru: "Не принято: протокол не сходится. Отправленное сохранено.",
        ky: "Кабыл алынган жок: протокол дал келбейт. Жөнөтүлгөнү сакталды.")
    static let sheetRefusedNext = Phrase(
        "Read these lines on the paper again. If the paper itself says so, count again and state the sheet anew; your figures are below.",
        ru:
            "Перечитайте эти строки на бумаге. Если так и в протоколе, пересчитайте и внесите заново; ваши числа ниже.",
        ky:
            "Бул саптарды кагаздан кайра окуңуз. Кагазда да ушундай болсо, кайра санап, кайра киргизиңиз; сандарыңыз төмөндө."
    )
    static let waitsAlready = Phrase(
        "This sheet is stated and waits for a second person.",
        ru: "Этот протокол внесён и ждёт второго человека.",
        ky: "Бул протокол киргизилген, экинчи адамды күтүүдө.")
    static let openWaiting = Phrase(
        "Open the waiting sheet", ru: "Открыть ожидающий протокол",
        ky: "Күтүп турган протоколду ачуу")
    static let isFiledAlready = Phrase(
        "This sheet is filed.", ru: "Этот протокол подан.", ky: "Бул протокол берилген.")
    static let openFiled = Phrase(
        "Open the filed sheet", ru: "Открыть поданный протокол", ky: "Берилген протоколду ачуу")
    static let correctIt = Phrase(
        "Correct this sheet", ru: "Исправить этот протокол", ky: "Бул протоколду оңдоо")
    static let isBeingCopied = Phrase(
        "Clerks are copying this sheet from paper.", ru: "Этот протокол вносят с бумаги.",
        ky: "Бул протоколду кагаздан көчүрүп жатышат.")
    static let onlyCommissionStates = Phrase(
        "A first sheet is stated by the station's commission, or copied from paper by two clerks.",
        ru: "Первый протокол вносит комиссия участка, или его вносят с бумаги два сотрудника.",
        ky: "Биринчи протоколду участканын комиссиясы киргизет же эки кызматкер кагаздан көчүрөт.")
    static let youCopied = Phrase(
        "You have copied this sheet. A second clerk copies it without seeing your figures.",
        ru: "Вы уже внесли этот протокол. Второй сотрудник вносит его, не видя ваших чисел.",
        ky: "Бул протоколду көчүрдүңүз. Экинчи кызматкер сандарыңызды көрбөй көчүрөт.")
    static let thirdDecides = Phrase(
        "The copies differ; a third person looks at the paper.",
        ru: "Копии расходятся; бумагу посмотрит третий.",
        ky: "Көчүрмөлөр айырмаланат; кагазды үчүнчү адам карайт.")
    static let copiesDifferIn = Phrase(
        "Two copies differ in:", ru: "Две копии расходятся в:", ky: "Эки көчүрмө мында айырмаланат:"
    )
    static let copiesDifferHow = Phrase(
        "Look at these lines on the paper first. What the others typed is not shown.",
        ru: "Сначала посмотрите эти строки на бумаге. Что ввели другие, не показывается.",
        ky: "Адегенде ушул саптарды кагаздан караңыз. Башкалардын тергени көрсөтүлбөйт.")
    static let copiedBy = Phrase(
        "Copied by {0}, {1}", ru: "Внёс(ла) {0}, {1}", ky: "Көчүргөн: {0}, {1}")
    static let copiedByShort = Phrase("copied by {0}", ru: "внесли: {0}", ky: "көчүргөн: {0}")

    static let sheetWord = Phrase("Sheet", ru: "Протокол", ky: "Протокол")
    static let correctionWord = Phrase("Correction", ru: "Исправление", ky: "Оңдоо")
    static let whyCorrected = Phrase(
        "Why it was corrected:", ru: "Причина исправления:", ky: "Оңдоонун себеби:")
    static let howItCame = Phrase("How it came", ru: "Как поступил", ky: "Кантип келди")
    static let cameWhen = Phrase("Came", ru: "Поступил", ky: "Келди")
    static let filedWhen = Phrase("Filed", ru: "Подан", ky: "Берилди")
    static let cameHow = Phrase("Way", ru: "Способ", ky: "Жолу")
    static let personsWord = Phrase("Persons", ru: "Кто", ky: "Адамдар")
    static let signersWord = Phrase("Signed by", ru: "Подписали", ky: "Кол койгондор")
    static let takesPlaceOf = Phrase("Takes the place of", ru: "Заменяет", ky: "Ордун алмаштырат")
    static let olderVersion = Phrase(
        "the older version", ru: "прежнюю версию", ky: "мурунку версия")
    static let notComeYet = Phrase(
        "a version that has not come yet", ru: "версию, которая ещё не поступила",
        ky: "али келе элек версия")
    static let digestOfSheet = Phrase("Digest (SHA-256)", ru: "Хеш (SHA-256)", ky: "Хеш (SHA-256)")
    static let channelOnline = Phrase(
        "stated and confirmed online", ru: "внесён и подтверждён в сети",
        ky: "онлайн киргизилип, ырасталган")
    static let channelPaper = Phrase(
        "copied from paper by two clerks", ru: "внесён с бумаги двумя сотрудниками",
        ky: "эки кызматкер кагаздан көчүргөн")
    static let channelSigned = Phrase(
        "signed by its commission", ru: "подписан комиссией", ky: "комиссия кол койгон")
}
