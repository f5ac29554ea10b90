import Primitives
import Tabulation

/// Georgia, election of the president of 27 October 2013.
enum GeorgianMapping {
    private static let table = LocalizedText(
        "Table of precincts by ForSet Georgia", ru: "Таблица участков ForSet Georgia",
        ky: "ForSet Georgia участоктор таблицасы")

    private static let lines = [
        ResultsForm.Line("registered", "1", MappedLabels.register),
        ResultsForm.Line(
            "registered_special", "2",
            LocalizedText(
                "Voters on the special list", ru: "Избирателей в специальном списке",
                ky: "Атайын тизмедеги шайлоочулар")),
        ResultsForm.Line(
            "turnout_12", "3",
            LocalizedText(
                "Voters until 12:00", ru: "Избирателей к 12:00", ky: "Саат 12:00гө чейин")),
        ResultsForm.Line(
            "turnout_17", "4",
            LocalizedText(
                "Voters until 17:00", ru: "Избирателей к 17:00", ky: "Саат 17:00гө чейин")),
        ResultsForm.Line(
            "signed", "5",
            LocalizedText(
                "Voters who signed for a paper", ru: "Избирателей, расписавшихся за бюллетень",
                ky: "Бюллетень үчүн кол койгон шайлоочулар")),
        ResultsForm.Line(
            "ballots_received", "6",
            LocalizedText(
                "Papers received", ru: "Бюллетеней получено", ky: "Алынган бюллетендер")),
        ResultsForm.Line("invalid", "7", MappedLabels.invalid),
        ResultsForm.Line("valid", "8", MappedLabels.valid),
    ]

    private static let hours = LocalizedText(
        "The count of voters never falls during the day.",
        ru: "Число проголосовавших за день не убывает.",
        ky: "Добуш бергендердин саны күн ичинде азайбайт.")

    private static let equations = [
        ResultsForm.Equation(
            "votes-counted", .hard, ["valid"], .equal, ["votes"], MappedLabels.votesCounted),
        ResultsForm.Equation(
            "counted-at-most-signed", .soft, ["invalid", "valid"], .atMost, ["signed"],
            MappedLabels.countedAtMostVoters),
        ResultsForm.Equation(
            "signed-at-most-received", .soft, ["signed"], .atMost, ["ballots_received"],
            LocalizedText(
                "No more voters signed than there were papers.",
                ru: "Расписалось не больше избирателей, чем было бюллетеней.",
                ky: "Бюллетенден көп шайлоочу кол койгон эмес.")),
        ResultsForm.Equation(
            "noon-at-most-five", .soft, ["turnout_12"], .atMost, ["turnout_17"], hours),
        ResultsForm.Equation(
            "five-at-most-signed", .soft, ["turnout_17"], .atMost, ["signed"], hours),
        ResultsForm.Equation(
            "voters-at-most-register", .soft, ["signed"], .atMost,
            ["registered", "registered_special"], MappedLabels.votersAtMostRegister,
            provided: ["registered"]),
    ]

    private static let form = ResultsForm(
        id: "ge-2013",
        title: LocalizedText(
            "Protocol of a precinct, Georgia, election of the president",
            ru: "Протокол участка, Грузия, выборы президента",
            ky: "Участоктун протоколу, Грузия, президентти шайлоо"),
        source: MappedLabels.source(table),
        places: [ResultsForm.Place("district"), ResultsForm.Place("precinct")], lines: lines,
        choices: ResultsForm.Choices(prefix: "c"), equations: equations,
        bases: ResultsForm.Bases(
            registered: ["registered"], participants: ["signed"], valid: ["valid"],
            issued: ["signed"]))

    /// The column of valid papers is empty, so the votes stand in its place; stations abroad have
    /// an empty register and a special list alone.
    static let president2013: TableMapping = {
        var mapping = TableMapping(
            id: "ge-2013", title: form.title, source: form.source, form: form)
        mapping.derived = ["valid": ["votes"]]
        mapping.absent = [TableMapping.CellRule(["registered"], [""])]
        mapping.special = [
            TableMapping.SpecialRule(
                "special", nil,
                LocalizedText(
                    "precincts with a number in the column special.",
                    ru: "участки с номером в столбце special.",
                    ky: "special тилкесинде номери бар участоктор."))
        ]
        return mapping
    }()
}
