import Primitives

/// Sets of forms for contests held at once.
enum FormSets {
    private static let president: [CrossTerm] = [
        "president/issued-early", "president/issued-in-station", "president/issued-outside",
    ]
    private static let referendum: [CrossTerm] = [
        "referendum/issued-early", "referendum/issued-in-station", "referendum/issued-outside",
    ]

    /// The president and the referendum of 10 January 2021 in the Kyrgyz Republic.
    static let kyrgyz2021 = FormSet(
        id: "kg-2021",
        title: LocalizedText(
            "Election of the president and referendum on one day, Kyrgyz Republic",
            ru: "Выборы Президента и референдум в один день, Кыргызская Республика",
            ky: "Президентти шайлоо жана референдум бир күндө, Кыргыз Республикасы"),
        source: LocalizedText(
            "All relations are our reading of the law and of the practice of January 2021, not its text: who comes is given both papers and may decline that of the referendum; results were annulled where the box held one ballot more than there were voters identified.",
            ru:
                "Все соотношения — наше прочтение закона и практики января 2021 года, а не его текст: пришедший получает оба бюллетеня и может отказаться от бюллетеня референдума; итоги отменяли там, где в ящике был на один бюллетень больше, чем идентифицированных избирателей.",
            ky:
                "Бардык катыштар — мыйзамды жана 2021-жылдын январындагы тажрыйбаны биздин окуубуз, мыйзамдын тексти эмес: келген адам эки бюллетень алат жана референдумдун бюллетенинен баш тарта алат; урнада идентификациядан өткөндөрдөн бир бюллетень көп болгон жерде жыйынтык жокко чыгарылган."
        ),
        forms: [KyrgyzForms.protocol2011],
        contests: [
            FormSet.Binding("president", "kg-2011"), FormSet.Binding("referendum", "kg-2011"),
        ],
        relations: [
            FormSet.Relation(
                "one-list", .hard, ["president/main-list", "president/additional-list"], .equal,
                ["referendum/main-list", "referendum/additional-list"],
                LocalizedText(
                    "Both contests have one list of voters.",
                    ru: "У обоих голосований один список избирателей.",
                    ky: "Эки добуш берүүнүн тизмеси бир."), law: Labels.ourReading),
            FormSet.Relation(
                "referendum-at-most-president", .soft, referendum, .atMost, president,
                LocalizedText(
                    "No more papers are issued for the referendum than for the president.",
                    ru:
                        "Бюллетеней референдума выдано не больше, чем бюллетеней выборов Президента.",
                    ky:
                        "Референдумдун бюллетендери Президентти шайлоонукунан көп берилген эмес."),
                law: Labels.ourReading),
            identified("president", president), identified("referendum", referendum),
            inBoxes("president"), inBoxes("referendum"),
        ])

    private static func identified(
        _ contest: String, _ issued: [CrossTerm]
    ) -> FormSet.Relation {
        FormSet.Relation(
            FormSet.Relation.ID("\(contest)-issued-at-most-identified") ?? "identified", .alarm,
            issued, .atMost, ["desk/admitted"],
            LocalizedText(
                "No more papers are issued than voters were identified.",
                ru: "Выдано не больше бюллетеней, чем идентифицировано избирателей.",
                ky: "Идентификациядан өткөн шайлоочулардан көп бюллетень берилген эмес."),
            law: Labels.ourReading)
    }

    private static func inBoxes(_ contest: String) -> FormSet.Relation {
        FormSet.Relation(
            FormSet.Relation.ID("\(contest)-boxes-at-most-identified") ?? "boxes", .alarm,
            [
                CrossTerm("\(contest)/in-mobile-boxes"),
                CrossTerm("\(contest)/in-stationary-boxes"),
            ], .atMost, ["desk/admitted"],
            LocalizedText(
                "No more papers are in the boxes than voters were identified.",
                ru: "В ящиках не больше бюллетеней, чем идентифицировано избирателей.",
                ky: "Урналарда идентификациядан өткөн шайлоочулардан көп бюллетень жок."),
            law: Labels.ourReading)
    }

    /// The Duma: a list for the whole country, and one seat in a district of it.
    static let duma = FormSet(
        id: "ru-duma",
        title: LocalizedText(
            "Election of the Duma: the list and the district",
            ru: "Выборы Государственной Думы: список и одномандатный округ",
            ky: "Мамлекеттик Думаны шайлоо: тизме жана бир мандаттуу округ"),
        source: LocalizedText(
            "A comparison proposed by A. Buzin: who may vote in the smaller district may vote in the one that covers it, so that no more papers are issued for the smaller. Our reading; not a text of the law.",
            ru:
                "Сравнение, предложенное А. Бузиным: кто голосует в меньшем округе, голосует и в охватывающем его, поэтому в меньшем выдано не больше бюллетеней. Наше прочтение, а не текст закона.",
            ky:
                "А. Бузин сунуштаган салыштыруу: кичи округда добуш берген адам аны камтыган округда да добуш берет, ошондуктан кичисинде бюллетень көп берилбейт. Биздин окуубуз, мыйзамдын тексти эмес."
        ),
        forms: [RussianForms.federal],
        contests: [
            FormSet.Binding("federal-list", "ru-federal"),
            FormSet.Binding("single-mandate", "ru-federal"),
        ],
        relations: [
            FormSet.Relation(
                "smaller-district-at-most-wider", .soft,
                [
                    "single-mandate/issued_early", "single-mandate/issued_in_station",
                    "single-mandate/issued_outside",
                ], .atMost,
                [
                    "federal-list/issued_early", "federal-list/issued_in_station",
                    "federal-list/issued_outside",
                ],
                LocalizedText(
                    "No more papers are issued for the smaller district than for the one that covers it.",
                    ru: "В меньшем округе выдано не больше бюллетеней, чем в охватывающем его.",
                    ky: "Кичи округда аны камтыган округдан көп бюллетень берилген эмес."),
                law: Labels.ourReading)
        ])

    /// The invented country: two papers are handed out together.
    static let tervania = FormSet(
        id: "tervania",
        title: LocalizedText(
            "President and referendum, Tervania", ru: "Президент и референдум, Тервания",
            ky: "Президент жана референдум, Тервания"),
        source: TervaniaForms.sheet.source, forms: [TervaniaForms.sheet],
        contests: [
            FormSet.Binding("president", "tervania"), FormSet.Binding("referendum", "tervania"),
        ],
        relations: [
            FormSet.Relation(
                "one-list", .hard, ["president/registered"], .equal, ["referendum/registered"],
                LocalizedText(
                    "Both contests have one list of voters.",
                    ru: "У обоих голосований один список избирателей.",
                    ky: "Эки добуш берүүнүн тизмеси бир.")),
            FormSet.Relation(
                "issued-together", .soft, ["referendum/issued"], .atMost, ["president/issued"],
                LocalizedText(
                    "No more papers are issued for the referendum than for the president.",
                    ru:
                        "Бюллетеней референдума выдано не больше, чем бюллетеней выборов Президента.",
                    ky:
                        "Референдумдун бюллетендери Президентти шайлоонукунан көп берилген эмес.")),
            FormSet.Relation(
                "boxes-at-most-admitted", .alarm,
                ["president/in-mobile-boxes", "president/in-stationary-boxes"], .atMost,
                ["desk/admitted"],
                LocalizedText(
                    "No more papers are in the boxes than voters were admitted.",
                    ru: "В ящиках не больше бюллетеней, чем допущено избирателей.",
                    ky: "Урналарда киргизилген шайлоочулардан көп бюллетень жок.")),
        ])
}
