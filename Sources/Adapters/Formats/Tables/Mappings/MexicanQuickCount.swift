import Primitives
import Tabulation

extension MexicanMappings {
    private static let coalitions: [(ResultsForm.Line.ID, [String])] = [
        ("rac", ["pan", "prd", "mc", "pan_prd_mc", "pan_prd", "pan_mc", "prd_mc"]),
        (
            "jamk",
            ["pri", "pvem", "panal", "pri_pvem_panal", "pri_pvem", "pri_panal", "pvem_panal"]
        ),
        ("amlo", ["pt", "morena", "pes", "pt_morena_pes", "pt_morena", "pt_pes", "morena_pes"]),
    ]

    /// Each column of parties is a line: marks for one party, or for several of one coalition.
    private static let partyLines = coalitions.flatMap(\.1).enumerated().compactMap {
        number, name in
        ResultsForm.Line.ID(name).map {
            ResultsForm.Line(
                $0, "p\(number + 1)",
                LocalizedText(
                    "Marks for \(name)", ru: "Отметки за \(name)", ky: "\(name) үчүн белгилер"))
        }
    }

    private static let coalitionSums = coalitions.compactMap { candidate, parties in
        ResultsForm.Equation.ID("\(candidate)-counted").map {
            ResultsForm.Equation(
                $0, .hard, [ResultsForm.Term(candidate.text)], .equal,
                parties.map { ResultsForm.Term($0) }, MappedLabels.totalCounted)
        }
    }

    private static let quickCountForm = ResultsForm(
        id: "mx-2018",
        title: LocalizedText(
            "Return of a casilla in the quick count, Mexico, president 2018",
            ru: "Сообщение участка для быстрого подсчёта, Мексика, президент, 2018",
            ky: "Тез эсептөө үчүн участоктун кабары, Мексика, президент, 2018"),
        source: MappedLabels.source(
            LocalizedText(
                "Returns received for the quick count of 1 July 2018, package quickcountmx",
                ru: "Сообщения для быстрого подсчёта 1 июля 2018 года, пакет quickcountmx",
                ky: "2018-ж. 1-июлдагы тез эсептөөнүн кабарлары, quickcountmx топтому")),
        places: [
            ResultsForm.Place("state"), ResultsForm.Place("district"),
            ResultsForm.Place("seccion"), ResultsForm.Place("station"),
        ],
        lines: [
            ResultsForm.Line("lista_nominal", "1", MappedLabels.register),
            ResultsForm.Line("nulos", "2", MappedLabels.invalid),
            ResultsForm.Line("total", "3", MappedLabels.ballots),
        ] + partyLines,
        choices: ResultsForm.Choices(columns: ["rac", "jamk", "amlo", "jhrc", "cnr"]),
        equations: [
            ResultsForm.Equation(
                "total-counted", .hard, ["total"], .equal, ["votes", "nulos"],
                MappedLabels.totalCounted),
            MappedLabels.withinRegister("total", "lista_nominal"),
        ] + coalitionSums,
        bases: ResultsForm.Bases(
            registered: ["lista_nominal"], participants: ["total"], valid: ["votes"],
            issued: ["total"]))

    /// A late snapshot of a sample: neither the whole country nor the whole sample.
    static let quickCount2018: TableMapping = {
        var mapping = TableMapping(
            id: "mx-2018", title: quickCountForm.title, source: quickCountForm.source,
            form: quickCountForm)
        mapping.station = ["tipo_casilla", "id_casilla", "ext_contigua"]
        mapping.leftAside = [
            "tipo_seccion", "id_municipio", "id_dist_loc", "id_estrato_f", "estrato_f",
            "id_estrato_l", "estrato_l", "id_area_responsabilidad", "anio", "mes", "dia", "hora",
            "minutos", "segundos", "origen_captura", "modificado",
        ]
        mapping.special = special("tipo_casilla")
        return mapping
    }()
}
