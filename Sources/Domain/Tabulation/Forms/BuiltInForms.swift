import Elections
import Primitives

/// The forms that come with the program, each with its editions.
package enum BuiltInForms {
    package static let all: [String: [ResultsForm]] = [
        "ru-federal": [RussianForms.federal, RussianForms.vote2020],
        "ru-federal-2004": [RussianForms.president2004],
        "kg-2011": [KyrgyzForms.protocol2011],
        "tervania": [tervania],
    ]

    /// Contests held at once, by name.
    package static let sets: [String: FormSet] = [
        "kg-2021": FormSets.kyrgyz2021, "ru-duma": FormSets.duma, "tervania": FormSets.tervania,
    ]

    package static let tervania = TervaniaForms.sheet

    /// In the order of the alphabet.
    package static var names: [String] { all.keys.sorted() }
}

/// The form of the invented country: small, with one equation of every kind.
package enum TervaniaForms {
    package static let sheet = ResultsForm(
        id: "tervania",
        title: LocalizedText(
            "Results sheet of a polling station, Tervania",
            ru: "Протокол участковой комиссии, Тервания",
            ky: "Участоктук комиссиянын протоколу, Тервания"),
        source: LocalizedText(
            "Electoral law of Tervania, annex 1; invented.",
            ru: "Закон о выборах Тервании, приложение 1; вымышлен.",
            ky: "Терваниянын шайлоо мыйзамы, 1-тиркеме; ойдон чыгарылган."),
        places: [ResultsForm.Place("district", optional: true), ResultsForm.Place("station")],
        lines: [
            Labels.registered("registered", "1"), Labels.received("received", "2"),
            Labels.issued("issued", "3"), Labels.cancelled("cancelled", "4"),
            Labels.mobile("in-mobile-boxes", "5"), Labels.stationary("in-stationary-boxes", "6"),
            Labels.invalid("invalid", "7"), Labels.valid("valid", "8"),
        ],
        choices: ResultsForm.Choices(),
        equations: [
            ResultsForm.Equation(
                "papers-accounted", .hard, ["received"], .equal, ["issued", "cancelled"],
                Labels.papersAccounted),
            ResultsForm.Equation(
                "boxes-counted", .hard, ["in-mobile-boxes", "in-stationary-boxes"], .equal,
                ["invalid", "valid"], Labels.boxesCounted),
            ResultsForm.Equation(
                "votes-counted", .hard, ["valid"], .equal, ["votes"], Labels.votesCounted),
            ResultsForm.Equation(
                "boxes-at-most-issued", .soft, ["in-mobile-boxes", "in-stationary-boxes"], .atMost,
                ["issued"], Labels.boxesAtMostIssued),
            ResultsForm.Equation(
                "issued-at-most-registered", .hard, ["issued"], .atMost, ["registered"],
                Labels.issuedAtMostRegistered),
        ],
        bases: ResultsForm.Bases(
            registered: ["registered"], participants: ["invalid", "valid"], valid: ["valid"],
            issued: ["issued"]))
}
