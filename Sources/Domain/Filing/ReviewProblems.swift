import Cryptography
import Elections
import Primitives
import Reviewing

/// Why a reading is not taken in, or an opinion on a paper not kept.
extension FilingProblem {
    static func readingOfOtherElection(_ id: ElectionDefinition.ID) -> FilingProblem {
        FilingProblem(
            "reading-of-other-election", .invalid,
            LocalizedText(
                "The reading is of another election, \(id).",
                ru: "Это чтение бюллетеней других выборов, \(id).",
                ky: "Бул башка шайлоонун бюллетендерин окуу, \(id)."),
            LocalizedText(
                "Find the folder of this election.", ru: "Найдите папку этих выборов.",
                ky: "Ушул шайлоонун папкасын табыңыз."))
    }

    static let readingOfTest = FilingProblem(
        "reading-of-a-test", .invalid,
        LocalizedText(
            "These papers are those of a test; they never come into the count.",
            ru: "Это пробные бюллетени; в подсчёт они никогда не попадают.",
            ky: "Бул сыноо бюллетендери; алар эч качан эсепке кирбейт."),
        LocalizedText(
            "Find the reading of the real papers. To train people, set up an invented election of its own.",
            ru:
                "Найдите чтение настоящих бюллетеней. Для обучения создайте отдельные вымышленные выборы.",
            ky:
                "Чыныгы бюллетендерди окууну табыңыз. Үйрөтүү үчүн өзүнчө ойдон чыгарылган шайлоо түзүңүз."
        ))

    static func readingUnfit(_ what: String) -> FilingProblem {
        FilingProblem(
            "reading-unfit", .invalid,
            LocalizedText(
                "The reading cannot be used: \(what).", ru: "Чтение нельзя использовать: \(what).",
                ky: "Окууну колдонууга болбойт: \(what)."),
            LocalizedText(
                "Pack it again with the definition of this election.",
                ru: "Упакуйте его заново с определением этих выборов.",
                ky: "Аны ушул шайлоонун аныктамасы менен кайра таңгактаңыз."))
    }

    package static func readingFileMissing(_ file: Digest) -> FilingProblem {
        FilingProblem(
            "reading-file-missing", .invalid,
            LocalizedText(
                "The file \(file.hex) that the reading names is not here.",
                ru: "Файла \(file.hex), который называет чтение, здесь нет.",
                ky: "Окуу көрсөткөн \(file.hex) файлы бул жерде жок."),
            LocalizedText(
                "Send the files first, then the manifest.",
                ru: "Сначала отправьте файлы, затем опись.",
                ky: "Адегенде файлдарды, анан тизмени жөнөтүңүз."))
    }

    static let readingThere = FilingProblem(
        "reading-there", .conflict,
        LocalizedText(
            "This station has another reading already.",
            ru: "У этого участка уже есть другое чтение.",
            ky: "Бул участоктун башка окуусу бар."),
        LocalizedText(
            "Take the other one back first, with a reason; both stay in the log.",
            ru: "Сначала отзовите другое с указанием причины; оба останутся в журнале.",
            ky: "Адегенде башкасын себеби менен кайра алыңыз; экөө тең журналда калат."))

    static let unknownReading = FilingProblem(
        "unknown-reading", .unknown,
        LocalizedText(
            "There is no such reading here.", ru: "Такого чтения здесь нет.",
            ky: "Мындай окуу бул жерде жок."),
        LocalizedText(
            "Look at the list of readings.", ru: "Посмотрите список чтений.",
            ky: "Окуулардын тизмесин караңыз."))

    static let opinionWithoutWhy = FilingProblem(
        "opinion-without-why", .invalid,
        LocalizedText(
            "Say in a few words why it cannot be told, or why the paper is spoiled.",
            ru: "Напишите кратко, почему нельзя определить или почему бюллетень испорчен.",
            ky: "Эмне үчүн аныктоого болбойт же бюллетень эмнеге бузулганын кыскача жазыңыз."),
        LocalizedText(
            "Write the reason and send it again.", ru: "Напишите причину и отправьте снова.",
            ky: "Себебин жазып, кайра жөнөтүңүз."))

    static func paper(_ refusal: PaperRefusal) -> FilingProblem {
        switch refusal {
        case .unknown: unknownPaper
        case .ownOpinion: ownOpinion
        case .notYours: paperNotYours
        case .settled: paperSettled
        case .lookedSince: lookedSince
        case .choices: choicesMissing
        case .notForCommission: notForCommission
        case .decisionWaits: decisionWaits
        case .noDecisionWaits: noDecisionWaits
        case .secondPerson: secondPerson
        }
    }

    private static let nextPaper = LocalizedText(
        "Take the next paper.", ru: "Возьмите следующий бюллетень.",
        ky: "Кийинки бюллетенди алыңыз.")

    private static let unknownPaper = FilingProblem(
        "unknown-paper", .unknown,
        LocalizedText(
            "There is no such paper here.", ru: "Такого бюллетеня здесь нет.",
            ky: "Мындай бюллетень бул жерде жок."), nextPaper)

    private static let ownOpinion = FilingProblem(
        "own-opinion", .conflict,
        LocalizedText(
            "You have said what you think of this paper; now others look.",
            ru: "Вы уже высказались об этом бюллетене; теперь смотрят другие.",
            ky: "Бул бюллетень жөнүндө оюңузду айттыңыз; эми башкалар карайт."), nextPaper)

    private static let paperNotYours = FilingProblem(
        "paper-not-yours", .conflict,
        LocalizedText(
            "This paper does not lie before you now.",
            ru: "Этот бюллетень сейчас не у вас.",
            ky: "Бул бюллетень азыр сиздин алдыңызда эмес."),
        LocalizedText(
            "It lay for more than ten minutes and somebody else took it, or you put it back. Take the next one.",
            ru:
                "Он лежал больше десяти минут и его взял другой, или вы его вернули. Возьмите следующий.",
            ky:
                "Ал он мүнөттөн ашык жатып, башка бирөө алды, же сиз кайра койдуңуз. Кийинкисин алыңыз."
        ))

    private static let paperSettled = FilingProblem(
        "paper-settled", .conflict,
        LocalizedText(
            "This paper is settled.", ru: "Этот бюллетень решён.", ky: "Бул бюллетень чечилди."),
        nextPaper)

    private static let lookedSince = FilingProblem(
        "looked-since", .conflict,
        LocalizedText(
            "Somebody else has looked at this paper since; your opinion stays.",
            ru: "После вас этот бюллетень уже смотрел другой; ваше мнение остаётся.",
            ky: "Сизден кийин бул бюллетенди башка бирөө карады; оюңуз калат."), nextPaper)

    private static let choicesMissing = FilingProblem(
        "choices", .invalid,
        LocalizedText(
            "Decide every doubtful place on the paper, or say that the paper is spoiled.",
            ru: "Решите каждое сомнительное место или укажите, что бюллетень испорчен.",
            ky: "Ар бир күмөндүү жерди чечиңиз же бюллетень бузулганын белгилеңиз."),
        LocalizedText(
            "One choice for each place; none where the paper is spoiled.",
            ru: "По одному выбору на место; ни одного, если бюллетень испорчен.",
            ky: "Ар бир жерге бир тандоо; бюллетень бузулса, бир да эмес."))

    // MARK: The commission

    static let decisionWithoutGrounds = FilingProblem(
        "decision-without-grounds", .invalid,
        LocalizedText(
            "Say on what grounds the commission decides so.",
            ru: "Укажите, на каком основании комиссия так решает.",
            ky: "Комиссия кандай негизде чечкенин жазыңыз."),
        LocalizedText(
            "Write the grounds as the minutes have them and send it again.",
            ru: "Напишите основание, как в протоколе заседания, и отправьте снова.",
            ky: "Негизин отурумдун протоколундагыдай жазып, кайра жөнөтүңүз."))

    private static let readAgain = LocalizedText(
        "Open the paper again and look at how it stands.",
        ru: "Откройте бюллетень заново и посмотрите его состояние.",
        ky: "Бюллетенди кайра ачып, абалын караңыз.")

    private static let notForCommission = FilingProblem(
        "paper-not-for-commission", .conflict,
        LocalizedText(
            "This paper does not wait for a decision of the commission.",
            ru: "Этот бюллетень не ждёт решения комиссии.",
            ky: "Бул бюллетень комиссиянын чечимин күтпөйт."), readAgain)

    private static let decisionWaits = FilingProblem(
        "decision-waits", .conflict,
        LocalizedText(
            "A decision on this paper waits for a second officer already.",
            ru: "Решение по этому бюллетеню уже ждёт второго сотрудника.",
            ky: "Бул бюллетень боюнча чечим экинчи кызматкерди күтүп жатат."),
        LocalizedText(
            "Confirm it, or take it back and enter another.",
            ru: "Подтвердите его или отзовите и внесите другое.",
            ky: "Аны ырастаңыз же кайра алып, башкасын киргизиңиз."))

    private static let noDecisionWaits = FilingProblem(
        "no-decision-waits", .conflict,
        LocalizedText(
            "The decision that you read does not wait any more.",
            ru: "Решение, которое вы прочитали, больше не ждёт.",
            ky: "Сиз окуган чечим мындан ары күтпөйт."), readAgain)
}
