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

    /// Elections of the president and of the Duma, 2008 to 2021.
    package static let federal = ResultsForm(
        id: "ru-federal",
        title: LocalizedText(
            "Protocol of a precinct commission, federal elections",
            ru: "Протокол участковой комиссии, федеральные выборы",
            ky: "Участоктук комиссиянын протоколу, федералдык шайлоолор"),
        source: LocalizedText(
            "Control relations annexed to the federal laws on the election of the president and of the Duma; the last one is a comparison that these laws do not demand.",
            ru:
                "Контрольные соотношения, приложенные к федеральным законам о выборах президента и депутатов Государственной Думы; последнее соотношение этими законами не требуется."
        ),
        places: places,
        lines: [
            Labels.registered("registered", "1"), Labels.received("received_by_commission", "2"),
            Labels.issuedEarly("issued_early", "3"),
            Labels.issuedInStation("issued_in_station", "4"),
            Labels.issuedOutside("issued_outside", "5"), Labels.cancelled("cancelled", "6"),
            Labels.mobile("in_mobile_boxes", "7"), Labels.stationary("in_stationary_boxes", "8"),
            Labels.invalid("invalid", "9"), Labels.valid("valid", "10"),
            ResultsForm.Line(
                "lost_ballots", "11",
                LocalizedText(
                    "Papers lost", ru: "Утраченных бюллетеней", ky: "Жоголгон бюллетендер"),
                optional: true),
            ResultsForm.Line(
                "unaccounted_ballots", "12",
                LocalizedText(
                    "Papers not accounted for on receipt",
                    ru: "Бюллетеней, не учтённых при получении",
                    ky: "Алууда эсепке алынбаган бюллетендер"),
                optional: true),
        ],
        choices: ResultsForm.Choices(prefix: "c"),
        equations: [
            ResultsForm.Equation(
                "issued-at-most-registered", .hard, ["registered"], .atLeast, issued,
                Labels.issuedAtMostRegistered),
            ResultsForm.Equation(
                "papers-accounted", .hard, ["received_by_commission"], .equal,
                issued + ["cancelled", "lost_ballots", "-unaccounted_ballots"],
                LocalizedText(
                    "Papers received are the papers issued, cancelled and lost, less those not accounted for on receipt.",
                    ru:
                        "Полученные бюллетени равны выданным, погашенным и утраченным за вычетом не учтённых при получении.",
                    ky:
                        "Алынган бюллетендер берилген, жокко чыгарылган жана жоголгон бюллетендерге барабар, эсепке алынбагандары кемитилет."
                )),
            ResultsForm.Equation(
                "boxes-counted", .hard, ["in_mobile_boxes", "in_stationary_boxes"], .equal,
                ["invalid", "valid"], Labels.boxesCounted),
            ResultsForm.Equation(
                "votes-counted", .hard, ["valid"], .equal, ["votes"], Labels.votesCounted),
            ResultsForm.Equation(
                "boxes-at-most-issued", .soft, ["in_mobile_boxes", "in_stationary_boxes"], .atMost,
                issued, Labels.boxesAtMostIssued),
        ],
        bases: ResultsForm.Bases(
            registered: ["registered"], participants: ["invalid", "valid"], valid: ["valid"],
            issued: issued))

    /// The vote of 2020 on the constitution: a shorter protocol, two answers.
    package static let vote2020 = ResultsForm(
        id: "ru-federal-2020",
        title: LocalizedText(
            "Protocol of a precinct commission, all-Russian vote of 2020",
            ru: "Протокол участковой комиссии, общероссийское голосование 2020 года"),
        source: LocalizedText(
            "Order of the all-Russian vote on amendments to the constitution, 2020; the relations are our reading.",
            ru: "Порядок общероссийского голосования 2020 года; соотношения в нашем прочтении."),
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
                Labels.issuedAtMostRegistered),
            ResultsForm.Equation(
                "boxes-counted", .hard, ["in_boxes"], .equal, ["invalid", "votes"],
                Labels.boxesCounted),
            ResultsForm.Equation(
                "boxes-at-most-issued", .soft, ["in_boxes"], .atMost, ["issued"],
                Labels.boxesAtMostIssued),
        ],
        // The published analyses take the papers in the boxes for those issued as well.
        bases: ResultsForm.Bases(
            registered: ["registered"], participants: ["in_boxes"], valid: ["votes"],
            issued: ["in_boxes"]))
}
