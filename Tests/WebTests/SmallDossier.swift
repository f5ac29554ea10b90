import Auditing
import Ballots
import Cryptography
import Elections
import Foundation
import Ledger
import Missions
import Primitives
import Publication
import Tervania
import Web

/// A record of Tervania with round figures, small enough to see on one page; nothing in it was
/// counted, it only has the shape of something that was.
enum SmallDossier {
    static let whole = make()

    /// A definition and nothing more: every page says what will be there.
    static let empty = Dossier(definition: Tervania.definition)

    private static func make() -> Dossier {
        var dossier = Dossier(definition: Tervania.definition)
        dossier.readiness = Tervania.readiness
        dossier.turnout = Tervania.profiles.map { profile in
            StationTurnout(
                station: profile.id, registered: profile.registered,
                admitted: profile.registered * profile.turnout / 100, admittedByFallback: 1,
                refused: [
                    "already-admitted": profile.id == "north-001" ? 1 : 0, "other-station": 2,
                ])
        }
        dossier.sheets = Tervania.definition.contests.flatMap { contest in
            Tervania.profiles.map { sheet($0, contest) }
        }
        dossier.contests = Tervania.definition.contests.map { declared($0, dossier.sheets) }
        dossier.papers = papers()
        dossier.manifest = BallotManifest(batches: [
            Batch(id: "north-001", stations: ["north-001"], papers: 3),
            Batch(id: "north-003+north-004", stations: ["north-003", "north-004"], papers: 1),
        ])
        dossier.files = ["4-read/images/00f1.jpg"]
        addAudit(&dossier)
        addAssessment(&dossier)
        dossier.log = log()
        return dossier
    }

    private static func sheet(_ profile: Tervania.Profile, _ contest: Contest) -> SignedSheet {
        let issued = profile.registered * profile.turnout / 100
        let broken = profile.id == "south-004" && contest.kind == .election
        let valid = issued - 2
        var votes = contest.options.map { _ in valid / contest.options.count }
        votes[0] += valid - votes.reduce(0, +)
        let inBox = broken ? issued + 3 : issued
        return SignedSheet(
            station: profile.id, contest: contest.id,
            lines: [
                .init(
                    number: "1",
                    label: LocalizedText(
                        "Voters on the list", ru: "Избирателей в списке",
                        ky: "Тизмедеги шайлоочулар"),
                    value: profile.registered),
                .init(
                    number: "2",
                    label: LocalizedText(
                        "Papers issued", ru: "Выдано бюллетеней", ky: "Берилген бюллетендер"),
                    value: issued),
                .init(
                    number: "3",
                    label: LocalizedText(
                        "Papers in the box", ru: "Бюллетеней в ящике", ky: "Кутудагы бюллетендер"),
                    value: inBox),
            ], votes: votes, valid: valid, participants: issued,
            registered: profile.registered,
            equations: [
                .init(
                    text: LocalizedText(
                        "No more papers are in the box than were issued.",
                        ru: "В ящике не больше бюллетеней, чем выдано.",
                        ky: "Кутуда берилгенден көп бюллетень жок."),
                    left: [.init(.line("3"), value: inBox, coefficient: 1)], relation: "<=",
                    right: [.init(.line("2"), value: issued, coefficient: 1)], holds: !broken,
                    hard: true)
            ])
    }

    private static func declared(_ contest: Contest, _ sheets: [SignedSheet]) -> DeclaredContest {
        func sums(_ list: [SignedSheet]) -> DeclaredContest.Sums {
            var votes = contest.options.map { _ in 0 }
            for sheet in list { for place in votes.indices { votes[place] += sheet.votes[place] } }
            return DeclaredContest.Sums(
                registered: list.reduce(0) { $0 + $1.registered },
                participants: list.reduce(0) { $0 + $1.participants },
                valid: list.reduce(0) { $0 + $1.valid }, votes: votes, stations: list.count)
        }
        let mine = sheets.filter { $0.contest == contest.id }
        let byDistrict = Dictionary(grouping: mine) {
            Tervania.definition.station($0.station)?.district ?? "north"
        }
        let elects = contest.kind == .election
        return DeclaredContest(
            contest: contest, nation: sums(mine), districts: byDistrict.mapValues(sums),
            outcome: elects
                ? LocalizedText(
                    "A second round between Aidana Maro, Bektur Telin.",
                    ru: "Второй тур между: Айдана Маро, Бектур Телин.",
                    ky: "Экинчи турга чыгат: Айдана Маро, Бектур Телин.")
                : LocalizedText(
                    "No answer is adopted.", ru: "Ни один ответ не принят.",
                    ky: "Бир да жооп кабыл алынган жок."),
            reasons: [
                .init(
                    text: LocalizedText(
                        "More than half of those who took part is needed.",
                        ru: "Нужно больше половины принявших участие.",
                        ky: "Катышкандардын жарымынан көбү керек."),
                    holds: false)
            ], named: elects ? ["maro", "telin"] : [])
    }

    private static func papers() -> [CastVoteRecord] {
        ["00f1", "3b02", "9c44"].map { paper($0, "north-001", "00f1" == $0) }
            + [paper("aa10", "north-003+north-004", false)]
    }

    private static func paper(
        _ id: CastVoteRecord.ID, _ batch: Batch.ID, _ doubtful: Bool
    ) -> CastVoteRecord {
        func snapshot(_ kind: CastVoteRecord.Snapshot.Kind, _ first: PositionReading.Indication)
            -> CastVoteRecord.Snapshot
        {
            CastVoteRecord.Snapshot(
                kind: kind,
                contests: Tervania.definition.contests.map { contest in
                    ContestReading(
                        contest: contest.id,
                        positions: contest.options.enumerated().map { place, option in
                            PositionReading(
                                option: option.id, indication: place == 0 ? first : .no,
                                ink: place == 0 ? (doubtful ? 640 : 5150) : 12)
                        })
                })
        }
        return CastVoteRecord(
            id: id, batch: batch, layout: "a5",
            snapshots: doubtful
                ? [snapshot(.original, .unknown), snapshot(.modified, .yes)]
                : [snapshot(.original, .yes)],
            images: [
                PageImage(
                    face: .front, sha256: Digest.of(id.text).hex,
                    file: doubtful ? "\(id.text).jpg" : nil)
            ])
    }

    private static func addAudit(_ dossier: inout Dossier) {
        let drawn: [CastVoteRecord.ID] = ["3b02", "00f1", "3b02"]
        let sample = AuditSample(seed: "20310518", total: 4, papers: drawn)
        dossier.seed = AuditSeed(
            digits: "20310518", drawn: Instant(text: "2031-05-19T05:00:00Z")!,
            ceremony: LocalizedText(
                "Eight dice, thrown in public.", ru: "Восемь костей, брошенных публично.",
                ky: "Сегиз кубик, ачык ыргытылган."))
        dossier.sample = sample
        dossier.readings = Set(drawn).sorted().map { paper in
            ManualReading(
                paper: paper, found: true,
                contests: Tervania.definition.contests.map {
                    ManualReading.Marked(contest: $0.id, options: [$0.options[0].id])
                })
        }
        dossier.audit = ComparisonAudit(
            contests: Tervania.definition.contests,
            assertions: [
                Assertion(contest: "president", kind: .majorityOfParticipants, winner: "maro")
            ],
            riskLimitThousandths: 50
        ).report(records: dossier.papers, sample: sample, readings: dossier.readings)
        dossier.disclosure = DisclosureReport(
            definition: dossier.definition, manifest: dossier.manifest, records: dossier.papers,
            publishedImages: ["00f1.jpg"], shownPapers: ["00f1", "3b02"])
    }

    private static func addAssessment(_ dossier: inout Dossier) {
        dossier.assessment = AssessmentFile(
            preliminary: true, publicAt: Instant(text: "2031-05-19T10:00:00Z")!,
            sections: [
                .init(
                    heading: LocalizedText("What was seen", ru: "Что увидено", ky: "Эмне көрүндү"),
                    sentences: [
                        .init(
                            text: LocalizedText(
                                "At 1 of 2 stations visited the box was not shown empty.",
                                ru: "На 1 из 2 посещённых участков не показали пустой ящик.",
                                ky: "Барган 2 участоктун 1 бош куту көрсөтүлгөн жок."),
                            findings: ["box"])
                    ])
            ],
            findings: [
                .init(
                    id: "box",
                    text: LocalizedText(
                        "The box was not shown empty.", ru: "Ящик не показали пустым.",
                        ky: "Куту бош экени көрсөтүлгөн жок."),
                    good: false, standards: [], evidence: ["visit-1"], part: 1, base: 2)
            ],
            observations: [
                .init(
                    name: "visit-1", station: "north-001", team: "team-1",
                    at: Instant(text: "2031-05-18T04:00:00Z")!, minutes: 40, entered: true,
                    answers: [
                        .init(
                            question: LocalizedText(
                                "Was the box shown empty?", ru: "Показали ли пустой ящик?",
                                ky: "Бош куту көрсөтүлдүбү?"),
                            answer: .no)
                    ]),
                .init(
                    name: "visit-2", station: "south-004", team: "team-1",
                    at: Instant(text: "2031-05-18T06:00:00Z")!, minutes: 0, entered: false,
                    answers: []),
            ], neverVisited: ["north-005"], couldNotEnter: ["south-004"])
        dossier.watch = WatchFile(
            assembly: LocalizedText("Assembly of Neighbours"),
            facts: [.init(kind: .invitedOn, value: LocalizedText("2031-04-02"))],
            seats: [
                .init(
                    delegation: LocalizedText("Veldmark", ru: "Вельдмарк", ky: "Вельдмарк"),
                    chamber: LocalizedText("Senate", ru: "Сенат", ky: "Сенат"))
            ],
            teams: [
                .init(
                    name: "team-1", members: [LocalizedText("R-01")],
                    stations: ["north-001", "south-004"])
            ])
    }

    private static func log() -> LogFile {
        var builder = RecordBuilder()
        builder.seal(.notice, "NOTICE.txt", Array("invented\n".utf8))
        builder.seal(
            .definition, "1-define/definition.json", Array("{}\n".utf8), from: ["NOTICE.txt"])
        builder.seal(
            .castVoteRecords, "4-read/cast-vote-records.json", Array("[]\n".utf8),
            from: ["1-define/definition.json"])
        let leaves = builder.entries.map { Array($0.text.utf8) }
        var log = LogFile()
        log.origin = "example.org/tervania"
        log.entries = builder.entries
        log.root = MerkleTree.root(leaves.map(MerkleTree.leaf))
        log.keyText = "example.org/tervania+00000000+AAAA"
        return log
    }
}

extension VerificationResult {
    static func failing() throws -> VerificationResult {
        let text =
            #"{"number":1,"title":"a step","measure":"","faults":[{"file":"f","reason":"r"}]}"#
        return try JSONDecoder().decode(VerificationResult.self, from: Data(text.utf8))
    }
}
