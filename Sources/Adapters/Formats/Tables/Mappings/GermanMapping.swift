import Primitives
import Tabulation

/// Germany, election of the European Parliament of 9 June 2024.
enum GermanMapping {
    private static let table = LocalizedText(
        "Table of polling districts of the federal returning officer, licence dl-de/by-2-0",
        ru: "Таблица участков федерального руководителя выборов, лицензия dl-de/by-2-0",
        ky: "Федералдык шайлоо жетекчисинин участоктор таблицасы, dl-de/by-2-0 лицензиясы")

    private static func list(_ id: ResultsForm.Line.ID, _ number: String, _ text: LocalizedText)
        -> ResultsForm.Line
    {
        ResultsForm.Line(id, number, text)
    }

    private static let lines = [
        list("registered", "A", MappedLabels.register),
        list(
            "a1", "A1",
            LocalizedText(
                "Without a note of a polling card", ru: "Без отметки о бюллетене по почте",
                ky: "Почта менен добуш берүү белгиси жок")),
        list(
            "a2", "A2",
            LocalizedText(
                "With a note of a polling card", ru: "С отметкой о бюллетене по почте",
                ky: "Почта менен добуш берүү белгиси бар")),
        list(
            "a3", "A3",
            LocalizedText(
                "Not on the list, with a polling card", ru: "Вне списка, с удостоверением",
                ky: "Тизмеде жок, күбөлүгү бар")),
        list("voters", "B", MappedLabels.ballots),
        list(
            "with_card", "B1",
            LocalizedText(
                "Of those, with a polling card", ru: "Из них по удостоверению",
                ky: "Алардын ичинен күбөлүк менен")),
        list("invalid", "C", MappedLabels.invalid), list("valid", "D", MappedLabels.valid),
    ]

    private static let equations = [
        ResultsForm.Equation(
            "register-counted", .hard, ["registered"], .equal, ["a1", "a2", "a3"],
            MappedLabels.totalCounted),
        ResultsForm.Equation(
            "voters-counted", .hard, ["voters"], .equal, ["invalid", "valid"],
            MappedLabels.votersCounted),
        ResultsForm.Equation(
            "votes-counted", .hard, ["valid"], .equal, ["votes"], MappedLabels.votesCounted),
        ResultsForm.Equation(
            "cards-at-most-voters", .soft, ["with_card"], .atMost, ["voters"],
            LocalizedText(
                "No more voters had a polling card than took part.",
                ru: "По удостоверению голосовало не больше, чем приняло участие.",
                ky: "Күбөлүк менен катышкандардан көп адам добуш берген эмес.")),
        MappedLabels.withinRegister("voters", "registered"),
    ]

    private static let form = ResultsForm(
        id: "de-ep2024",
        title: LocalizedText(
            "Result of a polling district, Germany, European election",
            ru: "Результат участка, Германия, выборы в Европейский парламент",
            ky: "Участоктун жыйынтыгы, Германия, Европа парламентин шайлоо"),
        source: MappedLabels.source(table),
        places: ["land", "regbez", "kreis", "verband", "gemeinde", "postal_group", "station"].map {
            ResultsForm.Place($0)
        }, lines: lines, choices: ResultsForm.Choices(prefix: "c"), equations: equations,
        bases: ResultsForm.Bases(
            registered: ["registered"], participants: ["voters"], valid: ["valid"],
            issued: ["voters"]))

    /// Postal votes are counted in districts of their own, whose voters other districts of the same
    /// Kreis list. The source writes some numbers above 999 with a point between thousands.
    static let europe2024: TableMapping = {
        var mapping = TableMapping(
            id: "de-ep2024", title: form.title, source: form.source, form: form)
        mapping.point = .thousands
        mapping.station = ["precinct", "merged_id", "kind"]
        mapping.repeatedNames = true
        mapping.registerCompleteFrom = "kreis"
        mapping.special = [
            TableMapping.SpecialRule(
                "kind", ["5"],
                LocalizedText(
                    "postal districts (kind 5); their voters are on the registers of others.",
                    ru: "почтовые участки (вид 5); их избиратели внесены в списки других.",
                    ky: "почта участоктору (5-түр); шайлоочулары башкалардын тизмесинде.")),
            TableMapping.SpecialRule(
                "kind", ["6", "8"],
                LocalizedText(
                    "districts of kind 6 or 8, which are neither rooms nor post.",
                    ru: "участки вида 6 или 8, не помещения и не почта.",
                    ky: "6 же 8-түрдөгү участоктор, жай да, почта да эмес.")),
        ]
        return mapping
    }()
}
