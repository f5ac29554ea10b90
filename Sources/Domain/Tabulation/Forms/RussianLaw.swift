import Primitives

/// Where the Russian forms come from, beside each line and relation.
enum RussianLaw {
    static let source = LocalizedText(
        "Control relations annexed to the federal laws on the election of the president and of the Duma; the last one is a comparison that these laws do not demand.",
        ru:
            "Контрольные соотношения, приложенные к федеральным законам о выборах президента и депутатов Государственной Думы; последнее соотношение этими законами не требуется.",
        ky:
            "Президентти жана Мамлекеттик Думанын депутаттарын шайлоо жөнүндө федералдык мыйзамдарга тиркелген текшерүү катыштары; акыркысын бул мыйзамдар талап кылбайт."
    )

    /// Articles 72 and 84 number the lines.
    static let lines = LocalizedText(
        "Federal law 19-FZ of 10 January 2003, article 72; federal law 20-FZ of 22 February 2014, article 84",
        ru:
            "Федеральный закон от 10.01.2003 № 19-ФЗ, статья 72; Федеральный закон от 22.02.2014 № 20-ФЗ, статья 84",
        ky:
            "2003-ж. 10-январындагы № 19-ФЗ федералдык мыйзам, 72-берене; 2014-ж. 22-февралындагы № 20-ФЗ федералдык мыйзам, 84-берене"
    )

    static let notDemanded = LocalizedText(
        "A comparison that the annexes do not demand: papers may be carried away, not added",
        ru: "Сравнение, которого приложения не требуют: бюллетени можно унести, но не добавить",
        ky: "Тиркемелер талап кылбаган салыштыруу: бюллетенди алып кетүүгө болот, кошууга болбойт")

    /// A relation of annex 4 (president) and annex 5 (Duma), by the numbers of the lines since 2016.
    static func relation(_ text: String) -> LocalizedText {
        LocalizedText(
            "19-FZ, annex 4; 20-FZ, annex 5, lines as numbered since 2016: \(text)",
            ru: "19-ФЗ, приложение 4; 20-ФЗ, приложение 5, номера строк с 2016 года: \(text)",
            ky: "19-ФЗ, 4-тиркеме; 20-ФЗ, 5-тиркеме, саптардын 2016-жылдан берки номерлери: \(text)"
        )
    }

    static func line(_ line: ResultsForm.Line) -> ResultsForm.Line {
        var cited = line
        cited.law = lines
        return cited
    }

    /// Lines 11 to 15 of 2004.
    static let certificates = [
        ResultsForm.Line(
            "certificates_received", "11",
            LocalizedText(
                "Absentee certificates received", ru: "Открепительных удостоверений получено",
                ky: "Алынган каттоодон чыгаруу күбөлүктөрү"), optional: true, law: lines),
        ResultsForm.Line(
            "certificates_issued", "12",
            LocalizedText(
                "Absentee certificates issued to voters",
                ru: "Открепительных удостоверений выдано избирателям",
                ky: "Шайлоочуларга берилген каттоодон чыгаруу күбөлүктөрү"), optional: true,
            law: lines),
        ResultsForm.Line(
            "voted_by_certificate", "13",
            LocalizedText(
                "Voters who voted by absentee certificate",
                ru: "Избирателей, проголосовавших по открепительным удостоверениям",
                ky: "Каттоодон чыгаруу күбөлүгү менен добуш бергендер"), optional: true, law: lines
        ),
        ResultsForm.Line(
            "certificates_unused", "14",
            LocalizedText(
                "Absentee certificates not used",
                ru: "Неиспользованных открепительных удостоверений",
                ky: "Колдонулбаган каттоодон чыгаруу күбөлүктөрү"), optional: true, law: lines),
        ResultsForm.Line(
            "certificates_issued_by_tik", "15",
            LocalizedText(
                "Absentee certificates issued by the territorial commission",
                ru: "Открепительных удостоверений, выданных территориальной комиссией",
                ky: "Аймактык комиссия берген каттоодон чыгаруу күбөлүктөрү"), optional: true,
            law: lines),
    ]

    /// The table of 2004 keeps it at all but seven stations, found by another program.
    static let certificatesAccounted = ResultsForm.Equation(
        "certificates-accounted", .soft, ["certificates_received"], .equal,
        ["certificates_issued", "certificates_unused"],
        LocalizedText(
            "Absentee certificates received are those issued and those not used.",
            ru: "Полученные открепительные удостоверения равны выданным и неиспользованным.",
            ky:
                "Алынган каттоодон чыгаруу күбөлүктөрү берилген жана колдонулбагандарга барабар."),
        law: Labels.ourReading)
}
