import Primitives
import Tabulation

/// Mexico: the presidential elections of 2012 and 2018, and the governor of Guanajuato of 2012.
enum MexicanMappings {
    private static let table = LocalizedText(
        "Frames of stations of the packages quickcountmx",
        ru: "Таблицы участков из пакетов quickcountmx",
        ky: "quickcountmx топтомдорунун участоктор таблицалары")

    private static let others = ResultsForm.Line(
        "otros", "2",
        LocalizedText(
            "Null papers and votes for the unregistered",
            ru: "Недействительные и поданные за незарегистрированных",
            ky: "Жараксыз жана катталбагандарга берилген добуштар"))

    private static func total(_ number: String) -> ResultsForm.Line {
        ResultsForm.Line("total", number, MappedLabels.ballots)
    }

    static func special(_ column: String) -> [TableMapping.SpecialRule] {
        [
            TableMapping.SpecialRule(
                column, ["S"],
                LocalizedText(
                    "special casillas, for voters away from home; they have no register.",
                    ru: "особые участки для находящихся в пути; списка у них нет.",
                    ky: "жолдогулар үчүн атайын участоктор; тизмеси жок."))
        ]
    }

    private static func frame(
        _ id: ResultsForm.ID, _ title: LocalizedText, places: [String]
    ) -> ResultsForm {
        ResultsForm(
            id: id, title: title, source: MappedLabels.source(table),
            places: places.map { ResultsForm.Place($0) },
            lines: [
                ResultsForm.Line("ln", "1", MappedLabels.register), others, total("3"),
            ], choices: ResultsForm.Choices(),
            equations: [
                ResultsForm.Equation(
                    "total-counted", .hard, ["total"], .equal, ["votes", "otros"],
                    MappedLabels.totalCounted),
                MappedLabels.withinRegister("total", "ln"),
            ],
            // Null papers and votes for the unregistered stand in one figure.
            bases: ResultsForm.Bases(
                registered: ["ln"], participants: ["total"], valid: [0], issued: ["total"]))
    }

    static let president2012: TableMapping = {
        let form = frame(
            "mx-2012",
            LocalizedText(
                "Result of a casilla, Mexico, president 2012",
                ru: "Результат участка, Мексика, президент, 2012",
                ky: "Участоктун жыйынтыгы, Мексика, президент, 2012"),
            places: ["edo_id", "distrito_fed_12", "seccion", "casilla_id"])
        var mapping = TableMapping(
            id: "mx-2012", title: form.title, source: form.source, form: form)
        mapping.leftAside = [
            "distrito_fed_17", "distrito_loc_17", "are", "casilla", "tipo_seccion", "rural",
            "region", "ln_total", "estrato",
        ]
        mapping.special = special("casilla")
        return mapping
    }()

    static let guanajuato2012: TableMapping = {
        let form = frame(
            "mx-gto-2012",
            LocalizedText(
                "Result of a casilla, Guanajuato, governor 2012",
                ru: "Результат участка, Гуанахуато, губернатор, 2012",
                ky: "Участоктун жыйынтыгы, Гуанахуато, губернатор, 2012"),
            places: ["distrito_loc_12", "seccion", "casilla_id"])
        var mapping = TableMapping(
            id: "mx-gto-2012", title: form.title, source: form.source, form: form)
        mapping.leftAside = [
            "distrito_fed_17", "distrito_fed_12", "distrito_loc_17", "are", "casilla",
            "tipo_seccion", "tamano_md", "tamano_gd", "region", "casilla_ex", "rural", "ln_total",
        ]
        mapping.special = special("casilla")
        return mapping
    }()
}
