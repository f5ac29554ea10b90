import Assessments
import Elections
import Missions
import Primitives

/// A finding before it is measured: what is counted and what is said if anything was.
private struct Draft {
    let id: Finding.ID
    let area: Area
    let sign: Finding.Sign
    let weight: Finding.Weight
    let measure: Measure
    let standards: [Standard.ID]
    let text: LocalizedText
}

extension TervaniaMission {
    private static let drafts: [Draft] = [
        Draft(
            id: "opening-open", area: .day, sign: .good, weight: .notable,
            measure: .answers("boxes-shown-empty", .yes), standards: ["tv.31", "cis2002.9"],
            text: LocalizedText(
                "Boxes were shown empty to all present and sealed.",
                ru: "Урны были показаны присутствующим пустыми и опечатаны.",
                ky: "Урналар катышкандарга бош көрсөтүлүп, мөөр басылды.")),
        Draft(
            id: "identification-worked", area: .technology, sign: .good, weight: .notable,
            measure: .answers("identification-working", .yes), standards: ["tv.32", "cis2002.2"],
            text: LocalizedText(
                "The identification equipment worked without a break during the visit.",
                ru: "Оборудование для идентификации работало всё время посещения.",
                ky: "Идентификация жабдуусу бүткүл мезгилде иштеди.")),
        Draft(
            id: "fallback-recorded", area: .administration, sign: .good, weight: .minor,
            measure: .answers("fallback-two-officers", .yes), standards: ["tv.32", "cis2002.3"],
            text: LocalizedText(
                "Each admission without the equipment was recorded with a reason and two officers.",
                ru:
                    "Каждый допуск без оборудования записан с причиной и двумя должностными лицами.",
                ky: "Жабдуусуз ар бир уруксат себеби жана эки кызматкер менен жазылды.")),
        Draft(
            id: "secrecy-not-kept", area: .day, sign: .bad, weight: .notable,
            measure: .answers("secrecy", .no), standards: ["tv.34", "cis2002.5", "iccpr.25b"],
            text: LocalizedText(
                "Voters were seen marking their papers together or in sight of others.",
                ru: "Замечено, что избиратели заполняли бюллетени вместе или на виду у других.",
                ky: "Шайлоочулардын бюллетенди чогуу же башкалардын көзүнчө толтурганы байкалды.")),
        Draft(
            id: "view-limited", area: .day, sign: .bad, weight: .notable,
            measure: .answers("observers-view", .no), standards: ["tv.11", "cis2002.15.r4"],
            text: LocalizedText(
                "Observers could not see all that was done at the tables.",
                ru: "Наблюдатели не могли видеть всего, что делалось за столами.",
                ky: "Байкоочулар столдордогу иштин баарын көрө алышкан жок.")),
        Draft(
            id: "slip-not-posted", area: .count, sign: .bad, weight: .minor,
            measure: .answers("scanner-slip-posted", .no), standards: ["tv.36", "cis2002.7-2"],
            text: LocalizedText(
                "The scanner's result slip was not posted.",
                ru: "Распечатка результата сканера не была вывешена.",
                ky: "Сканердин жыйынтык баракчасы илинген жок.")),
        Draft(
            id: "sheet-not-balanced", area: .count, sign: .bad, weight: .serious,
            measure: .answers("sheet-balanced", .no), standards: ["tv.37", "cis2002.10"],
            text: LocalizedText(
                "The figures of the results sheet did not add up.",
                ru: "Цифры протокола не сошлись.",
                ky: "Протоколдун сандары туура келген жок.")),
        Draft(
            id: "steps", area: .inclusion, sign: .bad, weight: .notable,
            measure: .answers("step-free", .no), standards: ["tv.35", "crpd.29"],
            text: LocalizedText(
                "The station could be entered only by steps.",
                ru: "Войти на участок можно было только по ступеням.",
                ky: "Участкага тепкич менен гана кирүүгө мүмкүн болду.")),
        Draft(
            id: "entry-refused", area: .day, sign: .bad, weight: .serious,
            measure: .visits(.entryRefused), standards: ["tv.11", "cis2002.15.r3"],
            text: LocalizedText(
                "The team was not let in.", ru: "Группу не впустили.", ky: "Топ киргизилген жок.")),
    ]

    /// The findings that the forms bear out: a draft for which nothing matches is left out.
    package static func findings(from log: ObservationLog) -> [Finding] {
        drafts.compactMap { draft in
            let figure = draft.measure.counted(in: log.submissions, visits: log.visits)
            guard figure.matching > 0 else { return nil }
            return Finding(
                id: draft.id, area: draft.area, stage: .day, contests: ["president", "referendum"],
                sign: draft.sign, weight: draft.weight, basis: .observed, text: draft.text,
                measure: draft.measure, stated: figure, evidence: [], standards: draft.standards)
        }
    }
}
