import Primitives

/// Protocols of Russian federal elections, with the lines' names as the open tables have them.
package enum RussianForms {
    private static let places = [
        ResultsForm.Place("region"), ResultsForm.Place("oik", optional: true),
        ResultsForm.Place("tik"), ResultsForm.Place("uik", mayBeEmpty: true),
    ]
    private static let issued: [ResultsForm.Term] = [
        "issued_early", "issued_in_station", "issued_outside",
    ]
    private static let boxes: [ResultsForm.Term] = ["in_mobile_boxes", "in_stationary_boxes"]

    /// Lines 1 to 10, which every edition has.
    private static let commonLines = [
        Labels.registered("registered", "1"), Labels.received("received_by_commission", "2"),
        Labels.issuedEarly("issued_early", "3"),
        Labels.issuedInStation("issued_in_station", "4"),
        Labels.issuedOutside("issued_outside", "5"), Labels.cancelled("cancelled", "6"),
        Labels.mobile("in_mobile_boxes", "7"), Labels.stationary("in_stationary_boxes", "8"),
        Labels.invalid("invalid", "9"), Labels.valid("valid", "10"),
    ].map { RussianLaw.line($0) }

    private static func lost(_ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            "lost_ballots", number,
            LocalizedText("Papers lost", ru: "Утраченных бюллетеней", ky: "Жоголгон бюллетендер"),
            optional: true, law: RussianLaw.lines)
    }

    private static func unaccounted(_ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            "unaccounted_ballots", number,
            LocalizedText(
                "Papers not accounted for on receipt",
                ru: "Бюллетеней, не учтённых при получении",
                ky: "Алууда эсепке алынбаган бюллетендер"),
            optional: true, law: RussianLaw.lines)
    }

    private static let equations = [
        ResultsForm.Equation(
            "issued-at-most-registered", .hard, ["registered"], .atLeast, issued,
            Labels.issuedAtMostRegistered, law: RussianLaw.relation("1 ≥ 3 + 4 + 5")),
        ResultsForm.Equation(
            "papers-accounted", .hard, ["received_by_commission"], .equal,
            issued + ["cancelled", "lost_ballots", "-unaccounted_ballots"],
            LocalizedText(
                "Papers received are the papers issued, cancelled and lost, less those not accounted for on receipt.",
                ru:
                    "Полученные бюллетени равны выданным, погашенным и утраченным за вычетом не учтённых при получении.",
                ky:
                    "Алынган бюллетендер берилген, жокко чыгарылган жана жоголгон бюллетендерге барабар, эсепке алынбагандары кемитилет."
            ), law: RussianLaw.relation("2 = 3 + 4 + 5 + 6 + 11 − 12")),
        ResultsForm.Equation(
            "boxes-counted", .hard, boxes, .equal, ["invalid", "valid"], Labels.boxesCounted,
            law: RussianLaw.relation("7 + 8 = 9 + 10")),
        ResultsForm.Equation(
            "votes-counted", .hard, ["valid"], .equal, ["votes"], Labels.votesCounted,
            law: RussianLaw.relation("10 = 13 + …")),
        ResultsForm.Equation(
            "boxes-at-most-issued", .soft, boxes, .atMost, issued, Labels.boxesAtMostIssued,
            law: RussianLaw.notDemanded),
    ]

    private static let bases = ResultsForm.Bases(
        registered: ["registered"], participants: ["invalid", "valid"], valid: ["valid"],
        issued: issued)

    private static let title = LocalizedText(
        "Protocol of a precinct commission, federal elections",
        ru: "Протокол участковой комиссии, федеральные выборы",
        ky: "Участоктук комиссиянын протоколу, федералдык шайлоолор")

    /// Elections of the president and of the Duma, 2008 to 2021.
    package static let federal = ResultsForm(
        id: "ru-federal", title: title, source: RussianLaw.source, places: places,
        lines: commonLines + [lost("11"), unaccounted("12")],
        choices: ResultsForm.Choices(prefix: "c"), equations: equations, bases: bases)

    /// The edition of 2004, with the lines of absentee certificates between.
    package static let president2004 = ResultsForm(
        id: "ru-federal-2004", title: title, source: RussianLaw.source, places: places,
        lines: commonLines + RussianLaw.certificates + [lost("16"), unaccounted("17")],
        choices: ResultsForm.Choices(prefix: "c"),
        equations: equations + [RussianLaw.certificatesAccounted], bases: bases)

    /// The vote of 2020 on the constitution: a shorter protocol, two answers.
    package static let vote2020 = ResultsForm(
        id: "ru-federal-2020",
        title: LocalizedText(
            "Protocol of a precinct commission, all-Russian vote of 2020",
            ru: "Протокол участковой комиссии, общероссийское голосование 2020 года",
            ky: "Участоктук комиссиянын протоколу, 2020-жылдагы жалпы россиялык добуш берүү"),
        source: LocalizedText(
            "Order of the all-Russian vote on amendments to the constitution, 2020; the relations are our reading.",
            ru: "Порядок общероссийского голосования 2020 года; соотношения в нашем прочтении.",
            ky:
                "2020-жылдагы жалпы россиялык добуш берүүнүн тартиби; катыштар биздин окуубузда."
        ),
        places: places,
        lines: [
            Labels.registered("registered", "1"), Labels.issued("issued", "2"),
            ResultsForm.Line(
                "in_boxes", "3",
                LocalizedText(
                    "Papers in the boxes", ru: "Бюллетеней в ящиках", ky: "Урналардагы бюллетендер")
            ),
            Labels.invalid("invalid", "4"),
        ],
        choices: ResultsForm.Choices(columns: ["c1", "c2"]),
        equations: [
            ResultsForm.Equation(
                "issued-at-most-registered", .hard, ["issued"], .atMost, ["registered"],
                Labels.issuedAtMostRegistered, law: Labels.ourReading),
            ResultsForm.Equation(
                "boxes-counted", .hard, ["in_boxes"], .equal, ["invalid", "votes"],
                Labels.boxesCounted, law: Labels.ourReading),
            ResultsForm.Equation(
                "boxes-at-most-issued", .soft, ["in_boxes"], .atMost, ["issued"],
                Labels.boxesAtMostIssued, law: Labels.ourReading),
        ],
        // The published analyses take the papers in the boxes for those issued as well.
        bases: ResultsForm.Bases(
            registered: ["registered"], participants: ["in_boxes"], valid: ["votes"],
            issued: ["in_boxes"]))
}
