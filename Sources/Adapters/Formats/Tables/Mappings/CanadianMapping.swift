import Primitives
import Tabulation

/// Canada, federal election of 2 May 2011: the winner of each riding alone.
enum CanadianMapping {
    private static let table = LocalizedText(
        "Table of polls with three columns and no names, from the package qss",
        ru: "Таблица участков с тремя столбцами и без названий, из пакета qss",
        ky: "Үч тилкелүү, аталышы жок участоктор таблицасы, qss топтомунан")

    private static let form = ResultsForm(
        id: "ca-2011",
        title: LocalizedText(
            "Result of a poll, Canada: votes for the riding's winner",
            ru: "Результат участка, Канада: голоса за победителя округа",
            ky: "Участоктун жыйынтыгы, Канада: округдун жеңүүчүсүнө берилген добуштар"),
        source: MappedLabels.source(table), places: [ResultsForm.Place("poll")],
        lines: [
            ResultsForm.Line("N", "1", MappedLabels.register),
            ResultsForm.Line("turnout", "2", MappedLabels.ballots),
        ], choices: ResultsForm.Choices(columns: ["votes"]),
        equations: [
            ResultsForm.Equation(
                "votes-at-most-voters", .soft, ["votes"], .atMost, ["turnout"],
                MappedLabels.countedAtMostVoters),
            MappedLabels.withinRegister("turnout", "N"),
        ],
        // Other votes and invalid papers are not in the table.
        bases: ResultsForm.Bases(
            registered: ["N"], participants: ["turnout"], valid: [0], issued: ["turnout"]))

    static let federal2011: TableMapping = {
        var mapping = TableMapping(
            id: "ca-2011", title: form.title, source: form.source, form: form)
        mapping.station = []
        return mapping
    }()
}
