import Assessments
import Elections
import Missions
import Primitives

extension TervaniaMission {
    /// When the statement is read out: the afternoon after the vote, in Tervania.
    package static let publicAt = Instant(text: "2031-05-19T10:00:00Z")!

    /// Five conclusions; one whose findings the forms do not bear out is left out.
    private static let conclusions: [Conclusion] = [
        Conclusion(
            id: "opening-and-identification",
            text: LocalizedText(
                "At {opening-open.n} of {opening-open.m} openings watched the boxes were shown empty and sealed; the identification equipment worked without a break during the visit at {identification-worked.n} of {identification-worked.m} stations visited.",
                ru:
                    "На {opening-open.n} из {opening-open.m} наблюдавшихся открытий урны были показаны пустыми и опечатаны; оборудование для идентификации работало всё время посещения на {identification-worked.n} из {identification-worked.m} посещённых участков.",
                ky:
                    "Байкалган {opening-open.m} ачылыштын {opening-open.n} урналар бош көрсөтүлүп, мөөр басылды; идентификация жабдуусу барган {identification-worked.m} участканын {identification-worked.n} бүткүл мезгилде иштеди."
            ),
            findings: ["opening-open", "identification-worked"]),
        Conclusion(
            id: "secrecy-and-view",
            text: LocalizedText(
                "Secrecy was not kept at {secrecy-not-kept.n} of {secrecy-not-kept.m} stations visited, and at {view-limited.n} of {view-limited.m} observers could not see what was done at the tables.",
                ru:
                    "Тайна голосования не соблюдалась на {secrecy-not-kept.n} из {secrecy-not-kept.m} посещённых участков, а на {view-limited.n} из {view-limited.m} наблюдатели не видели, что делалось за столами.",
                ky:
                    "Барган {secrecy-not-kept.m} участканын {secrecy-not-kept.n} добуштун жашыруундугу сакталган жок, ал эми {view-limited.m} участканын {view-limited.n} байкоочулар столдордо эмне болгонун көрө алган жок."
            ),
            findings: ["secrecy-not-kept", "view-limited"]),
        Conclusion(
            id: "sheets",
            text: LocalizedText(
                "At {sheet-not-balanced.n} of {sheet-not-balanced.m} counts watched the results sheet did not add up.",
                ru:
                    "На {sheet-not-balanced.n} из {sheet-not-balanced.m} наблюдавшихся подсчётов цифры протокола не сошлись.",
                ky:
                    "Байкалган {sheet-not-balanced.m} саноонун {sheet-not-balanced.n} протоколдун сандары туура келген жок."
            ),
            findings: ["sheet-not-balanced"]),
        Conclusion(
            id: "steps",
            text: LocalizedText(
                "Many of the stations visited could be entered only by steps.",
                ru: "На многие из посещённых участков можно было войти только по ступеням.",
                ky:
                    "Барган участкалардын ичинен көптөгөн жерлерге тепкич менен гана кирүүгө мүмкүн болду."
            ),
            findings: ["steps"], words: [.init(.many, "steps")]),
        Conclusion(
            id: "refused",
            text: LocalizedText(
                "At {entry-refused.n} of {entry-refused.m} visits the team was not let in; what happened there on the day is not known to the mission.",
                ru:
                    "При {entry-refused.n} из {entry-refused.m} посещений группу не впустили; что там происходило в этот день, миссии неизвестно.",
                ky:
                    "{entry-refused.m} баруунун {entry-refused.n} топ киргизилген жок; ал күнү ал жерде эмне болгону миссияга белгисиз."
            ),
            findings: ["entry-refused"]),
    ]

    /// The assessment that follows from what came back from the field.
    package static func assessment(
        of log: ObservationLog, definition: ElectionDefinition
    ) -> Assessment {
        let findings = findings(from: log)
        let known = Set(findings.map(\.id))
        let conclusions = conclusions.filter { $0.findings.allSatisfy(known.contains) }
        let cited = Set(findings.flatMap(\.standards))
        let reach = StationReach(visits: log.visits, definition: definition)
        return Assessment(
            id: "river-assessment-2031", inventedNotice: notice, election: definition.id,
            mission: mission.id, kind: .preliminary, publicAt: publicAt, sample: .convenience,
            longTermPresence: false, independence: independence,
            standards: standards.filter { cited.contains($0.id) }, findings: findings,
            conclusions: conclusions, coverage: coverage, reach: reach, scopeNote: scopeNote,
            statement: statement(conclusions, reach))
    }

    private static let independence = LocalizedText(
        "Invited by the Speaker of the National Council of Tervania; travel paid by the sending parliaments; observers of four states, none of them the host.",
        ru:
            "Приглашение направил спикер Национального совета Тервании; поездки оплатили направившие парламенты; наблюдатели из четырёх государств, ни одно из них не принимающее.",
        ky:
            "Терваниянын Улуттук кеңешинин спикери чакырды; жол чыгымын жөнөткөн парламенттер төлөдү; байкоочулар төрт мамлекеттен, кабыл алуучу мамлекеттен эч ким жок."
    )

    private static let scopeNote = LocalizedText(
        "This statement speaks of the stations visited. They were not drawn by chance, and nobody of the mission was there before the last days; it does not judge the whole process.",
        ru:
            "Это заявление говорит о посещённых участках. Они не были выбраны случайно, и до последних дней представителей миссии в стране не было; о процессе в целом оно не судит.",
        ky:
            "Бул билдирүү барган участкалар жөнүндө. Алар кокустан тандалган эмес, миссиядан акыркы күндөргө чейин эч ким болгон эмес; ал бүтүндөй процессти баалабайт."
    )

    private static let watched: [(Area, Stage)] = [
        (.administration, .day), (.technology, .day), (.inclusion, .day), (.day, .day),
        (.count, .day), (.abroad, .day),
    ]

    private static let read: [(Area, Stage)] = [
        (.law, .before), (.technology, .before), (.tabulation, .after), (.abroad, .before),
    ]

    private static let coverage: [CoverageCell] = Area.allCases.flatMap { area in
        area.stages.map { stage in
            let state: CoverageCell.State =
                watched.contains { $0 == (area, stage) }
                ? .observed : read.contains { $0 == (area, stage) } ? .documentsOnly : .notObserved
            return CoverageCell(area: area, stage: stage, state: state)
        }
    }

    private static func statement(
        _ conclusions: [Conclusion], _ reach: StationReach
    ) -> [StatementSection] {
        [
            StatementSection(
                heading: LocalizedText("The mission", ru: "Миссия", ky: "Миссия"),
                sentences: [.text(notice), .text(independence)]),
            StatementSection(
                heading: LocalizedText("What was seen", ru: "Что было увидено", ky: "Эмне көрүндү"),
                sentences: conclusions.map { .conclusion($0.id) }),
            StatementSection(
                heading: LocalizedText(
                    "What is not known", ru: "Что неизвестно", ky: "Эмне белгисиз"),
                sentences: [.text(unseen(reach)), .text(scopeNote)]),
        ]
    }

    /// Names every station that nobody saw from inside.
    private static func unseen(_ reach: StationReach) -> LocalizedText {
        let refused = reach.couldNotEnter.map(\.text).joined(separator: ", ")
        let never = reach.neverVisited.map(\.text).joined(separator: ", ")
        return LocalizedText(
            "\(reach.visited) of \(reach.of) stations were seen from inside. Nobody could enter \(refused). Nobody went to \(never).",
            ru:
                "Изнутри увидено \(reach.visited) из \(reach.of) участков. Никто не смог войти: \(refused). Никто не ездил: \(never).",
            ky:
                "\(reach.of) участканын \(reach.visited) ичинен көрүндү. Эч ким кире албады: \(refused). Эч ким барган жок: \(never)."
        )
    }
}
