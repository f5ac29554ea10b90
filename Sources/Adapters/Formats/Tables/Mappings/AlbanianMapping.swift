import Primitives
import Tabulation

/// Albania, election of the parliament of 23 June 2013.
enum AlbanianMapping {
    private static let table = LocalizedText(
        "Table of 2013 with one column for each list, from the package EFToolkit",
        ru: "Таблица 2013 года со столбцом на каждый список, из пакета EFToolkit",
        ky: "2013-жылдын ар бир тизмеге бирден тилкеси бар таблицасы, EFToolkit топтомунан")

    private static let form = ResultsForm(
        id: "al-2013",
        title: LocalizedText(
            "Results of a voting centre, Albania", ru: "Результаты участка, Албания",
            ky: "Участоктун жыйынтыгы, Албания"),
        source: MappedLabels.source(table),
        places: [
            ResultsForm.Place("Prefectures"), ResultsForm.Place("Communes"),
            ResultsForm.Place("Precincts"),
        ],
        lines: [
            ResultsForm.Line("Registered", "1", MappedLabels.register),
            ResultsForm.Line("Ballots", "2", MappedLabels.ballots),
        ], choices: ResultsForm.Choices(prefix: "C"),
        equations: [
            ResultsForm.Equation(
                "votes-at-most-ballots", .soft, ["votes"], .atMost, ["Ballots"],
                MappedLabels.countedAtMostVoters),
            MappedLabels.withinRegister("Ballots", "Registered"),
        ],
        bases: ResultsForm.Bases(
            registered: ["Registered"], participants: ["Ballots"], valid: ["votes"],
            issued: ["Ballots"]))

    /// Votes of two lists were kept as fractions in the table's own history, so `36.0` is 36; two
    /// cells are empty and nobody knows what they were. Some numbers of precincts stand twice in a
    /// commune, for two rows with figures of their own.
    static let parliament2013: TableMapping = {
        var mapping = TableMapping(
            id: "al-2013", title: form.title, source: form.source, form: form)
        mapping.point = .decimal
        mapping.absent = [TableMapping.CellRule(["votes"], [""])]
        mapping.repeatedNames = true
        return mapping
    }()
}
