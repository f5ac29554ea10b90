import Primitives

/// The protocol of a Kyrgyz precinct commission.
package enum KyrgyzForms {
    private static let issued: [ResultsForm.Term] = [
        "issued-early", "issued-in-station", "issued-outside",
    ]
    private static let boxes: [ResultsForm.Term] = ["in-mobile-boxes", "in-stationary-boxes"]

    /// Lines 1 to 12 of article 43; the votes follow as lines 13 and 14.
    package static let protocol2011 = ResultsForm(
        id: "kg-2011",
        title: LocalizedText(
            "Protocol of a precinct commission, Kyrgyz Republic",
            ru: "Протокол участковой избирательной комиссии, Кыргызская Республика",
            ky: "Участоктук шайлоо комиссиясынын протоколу, Кыргыз Республикасы"),
        source: LocalizedText(
            "Lines: Electoral Code of the Kyrgyz Republic, article 43, an idea that later laws keep. The equations are our reading, not a text of the law; check the numbers against the regulation in force.",
            ru:
                "Строки: Избирательный кодекс Кыргызской Республики, статья 43. Соотношения — наше прочтение, а не текст закона; сверьте номера с действующим положением.",
            ky:
                "Саптар: Кыргыз Республикасынын Шайлоо кодекси, 43-берене. Барабардыктар — биздин окуубуз, мыйзамдын тексти эмес."
        ),
        places: [ResultsForm.Place("district", optional: true), ResultsForm.Place("station")],
        lines: lines.map(cited), choices: ResultsForm.Choices(), equations: equations.map(marked),
        // Official figures of 10 January 2021: 1,384,466 valid and 11,047 invalid papers are the
        // 1,395,513 who took part.
        bases: ResultsForm.Bases(
            registered: ["main-list", "additional-list"], participants: ["valid", "invalid"],
            valid: ["valid"], issued: issued))

    /// Lines by the Code of 1999 as amended in 2007, repealed in 2011; later laws keep the idea.
    private static func cited(_ line: ResultsForm.Line) -> ResultsForm.Line {
        var cited = line
        cited.law = LocalizedText(
            "Electoral Code of the Kyrgyz Republic, article 43, line \(line.number)",
            ru: "Избирательный кодекс Кыргызской Республики, статья 43, строка \(line.number)",
            ky: "Кыргыз Республикасынын Шайлоо кодекси, 43-берене, \(line.number)-сап")
        return cited
    }

    private static func marked(_ equation: ResultsForm.Equation) -> ResultsForm.Equation {
        var marked = equation
        marked.law = Labels.ourReading
        return marked
    }

    private static let lines = [
        ResultsForm.Line(
            "main-list", "1",
            LocalizedText(
                "Voters on the main list", ru: "Избирателей в основном списке",
                ky: "Негизги тизмедеги шайлоочулар")),
        ResultsForm.Line(
            "additional-list", "1a",
            LocalizedText(
                "Voters on the additional list", ru: "Избирателей в дополнительном списке",
                ky: "Кошумча тизмедеги шайлоочулар")),
        Labels.received("received", "2"), Labels.issuedEarly("issued-early", "3"),
        Labels.issuedInStation("issued-in-station", "4"),
        Labels.issuedOutside("issued-outside", "5"),
        ResultsForm.Line(
            "took-part", "6",
            LocalizedText(
                "Voters who took part, by their signatures",
                ru: "Избирателей, принявших участие, по подписям",
                ky: "Катышкан шайлоочулар, колдору боюнча")),
        Labels.cancelled("cancelled", "7"), Labels.mobile("in-mobile-boxes", "8"),
        Labels.stationary("in-stationary-boxes", "9"), Labels.valid("valid", "10"),
        Labels.invalid("invalid", "11"),
        ResultsForm.Line(
            "voted", "12",
            LocalizedText("Voters who voted", ru: "Всего проголосовало", ky: "Бардыгы добуш берди")),
    ]

    private static let equations = [
        ResultsForm.Equation(
            "papers-accounted", .hard, ["received"], .equal, issued + ["cancelled"],
            Labels.papersAccounted),
        ResultsForm.Equation(
            "took-part-is-issued", .hard, ["took-part"], .equal, issued,
            LocalizedText(
                "Those who took part are the papers issued.",
                ru: "Число принявших участие равно числу выданных бюллетеней.",
                ky: "Катышкандардын саны берилген бюллетендердин санына барабар.")),
        ResultsForm.Equation(
            "took-part-at-most-registered", .hard, ["took-part"], .atMost,
            ["main-list", "additional-list"], Labels.issuedAtMostRegistered),
        ResultsForm.Equation(
            "boxes-counted", .hard, boxes, .equal, ["valid", "invalid"], Labels.boxesCounted),
        ResultsForm.Equation(
            "votes-counted", .hard, ["valid"], .equal, ["votes"], Labels.votesCounted),
        ResultsForm.Equation(
            "voted-is-counted", .soft, ["voted"], .equal, boxes,
            LocalizedText(
                "Those who voted are the papers in the boxes.",
                ru: "Число проголосовавших равно числу бюллетеней в ящиках.",
                ky: "Добуш бергендердин саны урналардагы бюллетендерге барабар.")),
        ResultsForm.Equation(
            "boxes-at-most-took-part", .soft, boxes, .atMost, ["took-part"],
            Labels.boxesAtMostIssued),
    ]
}
