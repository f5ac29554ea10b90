import Primitives
import Tabulation

/// Tables of Russian protocols under the columns of the official results site.
enum RussianMappings {
    static let all = [president2004, federal, vote2020]

    private static let source = LocalizedText(
        "Tables gathered from the official results site by S. Shpilkin and I. Shukshin, published by D. Kobak. Lines are found by their names on that site; every column that is neither a place nor a line is an option, in the order of the table.",
        ru:
            "Таблицы, собранные с официального сайта С. Шпилькиным и И. Шукшиным, опубликованы Д. Кобаком. Строки находятся по названиям на сайте; всякий столбец, кроме мест и строк, — вариант, в порядке таблицы.",
        ky:
            "Расмий сайттан С. Шпилькин жана И. Шукшин чогулткан, Д. Кобак жарыялаган таблицалар. Саптар сайттагы аталыштары боюнча табылат; жайлар менен саптардан башка ар бир тилке — таблицанын тартибиндеги вариант."
    )

    private static let commonLeftAside = ["url", "name", "Unnamed: 0", ""]

    private static func mapping(
        _ id: TableMapping.ID, _ form: ResultsForm, _ columns: [String: [String]]
    ) -> TableMapping {
        var mapping = TableMapping(
            id: id, title: form.title, source: source, form: form, columns: columns)
        mapping.leftAside = commonLeftAside
        mapping.numberedOptions = "c"
        // Lines of other editions begin so; a name on the ballot does not.
        mapping.neverOptions = ["Число ", "число "]
        return mapping
    }

    /// 2004, with "against all" and the lines of absentee certificates.
    static let president2004 = mapping(
        "ru-precincts-2004", certificatesNeeded(RussianForms.president2004),
        [
            "registered": ["Число избирателей, внесенных в список"],
            "received_by_commission": ["Число полученных избирательных бюллетеней"],
            "issued_early": ["Число избирательных бюллетеней, выданных  досрочно"],
            "issued_in_station": [
                "Число избирательных бюллетеней, выданных в день голосования"
            ],
            "issued_outside": ["Число избирательных бюллетеней, выданных вне помещения"],
            "cancelled": ["Число погашенных избирательных бюллетеней"],
            "in_mobile_boxes": ["Число избирательных бюллетеней в переносных ящиках"],
            "in_stationary_boxes": ["Число бюллетеней в стационарных ящиках для голосования"],
            "invalid": ["Число недействительных избирательных бюллетеней"],
            "valid": ["Число действительных избирательных бюллетеней"],
            "certificates_received": ["Число полученных открепительных  удостоверений"],
            "certificates_issued": ["Число выданных открепительных удостоверений"],
            "voted_by_certificate": [
                "Число избирателей, проголосовавших по открепительным удостоверениям"
            ],
            "certificates_unused": ["Число неиспользованных открепительных удостоверений"],
            "certificates_issued_by_tik": ["Число открепительных удостоверений, выданных в ТИК"],
            "lost_ballots": ["Число утраченных избирательных бюллетеней"],
            "unaccounted_ballots": ["Число не учтенных при получении избирательных бюллетеней"],
        ])

    static let federal = mapping(
        "ru-precincts-federal", RussianForms.federal,
        [
            "registered": ["Число избирателей, включенных в список избирателей"],
            "received_by_commission": [
                "Число избирательных бюллетеней, полученных участковой избирательной комиссией"
            ],
            "issued_early": [
                "Число избирательных бюллетеней, выданных избирателям, проголосовавшим досрочно"
            ],
            "issued_in_station": [
                "Число избирательных бюллетеней, выданных в помещении для голосования в день голосования"
            ],
            "issued_outside": [
                "Число избирательных бюллетеней, выданных вне помещения для голосования в день голосования"
            ],
            "cancelled": ["Число погашенных избирательных бюллетеней"],
            "in_mobile_boxes": [
                "Число избирательных бюллетеней в переносных ящиках для голосования"
            ],
            "in_stationary_boxes": ["Число бюллетеней в стационарных ящиках для голосования"],
            "invalid": ["Число недействительных избирательных бюллетеней"],
            "valid": ["Число действительных избирательных бюллетеней"],
            "lost_ballots": ["Число утраченных избирательных бюллетеней"],
            "unaccounted_ballots": ["Число избирательных бюллетеней, не учтенных при получении"],
        ])

    static let vote2020: TableMapping = {
        var found = mapping(
            "ru-precincts-2020", RussianForms.vote2020,
            [
                "registered": [
                    "Число участников голосования, включенных в список участников голосования на момент окончания голосования"
                ],
                "issued": ["Число бюллетеней, выданных участникам голосования"],
                "in_boxes": ["Число бюллетеней, содержащихся в ящиках для голосования"],
                "invalid": ["Число недействительных бюллетеней"],
                "c1": ["ДА"], "c2": ["НЕТ"],
            ])
        found.numberedOptions = nil
        return found
    }()

    /// In its own table the edition of 2004 has every line.
    private static func certificatesNeeded(_ form: ResultsForm) -> ResultsForm {
        var needed = form
        needed.lines = form.lines.map { line in
            var line = line
            line.optional = false
            return line
        }
        return needed
    }
}
