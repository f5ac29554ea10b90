import Cryptography
import Elections
import Offices
import Primitives
import Tabulation

extension OfficeState {
    /// Folds one act in. Acts were decided before they were kept, so this refuses nothing; an act
    /// that speaks of something unknown changes nothing but ``through``.
    package mutating func fold(_ entry: ActEntry) {
        through = entry.sequence
        if entry.act.isPublic { publicThrough = entry.sequence }
        asOf = max(asOf ?? entry.moment, entry.moment)
        switch entry.act {
        case .electionSet(let setting): set(setting)
        case .accountSet(let account): accounts[account.id] = account
        case .accountInvited, .signedIn, .signInRefused, .signedOut: break
        case .mapSet(let file): map = file
        case .stationKeysSet(let station, let texts):
            stationKeys[station] = texts.compactMap { NoteKey(text: $0) }
        case .readinessRecorded, .readinessConfirmed, .readinessRemarked: foldReadiness(entry)
        case .turnoutReported(let report):
            turnout[report.station, default: [:]][report.hour] = report
        case .deskCounted(let counts):
            desk[counts.station] = counts
            for series in Series.allCases { raiseAlarms(counts.station, series) }
        case .publicationProposed, .publicationWithdrawn, .publicationConfirmed:
            foldPublication(entry)
        case .readingTaken, .readingWithdrawn, .paperTaken, .paperPutBack, .opinionGiven,
            .opinionTakenBack, .paperDecisionProposed, .paperDecisionWithdrawn,
            .paperDecisionConfirmed:
            foldReview(entry)
        default: foldSheet(entry)
        }
    }

    private mutating func set(_ new: ElectionSetting) {
        setting = new
        // What an earlier definition had and this one has not is gone.
        forms = [:]
        sums = [:]
        stations = Dictionary(
            new.definition.stations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        stationKeys = stationKeys.filter { stations[$0.key] != nil }
        for contest in new.definition.contests {
            guard let form = new.forms[contest.id] else { continue }
            let fitted = FittedForm(form, contest: contest)
            forms[contest.id] = fitted
            for series in Series.allCases {
                sums[CountKey(contest.id, series)] = ContestSums(
                    fitted: fitted, districts: new.definition.districts.map(\.id))
            }
        }
    }

    private mutating func foldReadiness(_ entry: ActEntry) {
        func told<Value>(_ value: Value) -> ReadinessItem.Told<Value> {
            ReadinessItem.Told(value: value, by: entry.actor, at: entry.moment)
        }
        switch entry.act {
        case .readinessRecorded(let record):
            readiness[record.key, default: ReadinessItem()].record = told(record)
            readiness[record.key]?.confirmed = nil
        case .readinessConfirmed(let key): readiness[key]?.confirmed = told(key)
        case .readinessRemarked(let remark):
            readiness[remark.key, default: ReadinessItem()].remarks.append(told(remark))
        default: break
        }
    }

    private mutating func foldPublication(_ entry: ActEntry) {
        switch entry.act {
        case .publicationProposed(let publication):
            publications[publication.contest, default: PublicationState()].proposed = (
                publication, entry.actor
            )
        case .publicationWithdrawn(let contest): publications[contest]?.proposed = nil
        case .publicationConfirmed(let publication):
            let by = publications[publication.contest]?.proposed?.by ?? entry.actor
            publications[publication.contest, default: PublicationState()].done.append(
                PublicationState.Done(
                    publication: publication, proposedBy: by, confirmedBy: entry.actor,
                    at: entry.moment, act: entry.sequence))
            publications[publication.contest]?.proposed = nil
        default: break
        }
    }
}
