import Elections
import Filing
import Offices
import Primitives
import Reviewing
import Tabulation
import Web

/// Everything that waits, gathered for one person: what they can do, and what they can only see.
struct DeskWork {
    struct Item {
        var what: String
        var about: String
        var since: Instant
        var route: OfficeRoute
        var standing: Standing
        /// In whose hands it is, or whose it was.
        var who: String?
        /// Somebody else cannot go on until it is done.
        var othersWait = false
    }

    private let visit: Visit
    private(set) var mine: [Item] = []
    private(set) var others: [Item] = []

    /// Hours after the close from which silence is news.
    static let silentHours = 3

    init(_ visit: Visit) {
        self.visit = visit
        for (key, file) in visit.state.sheets {
            guard let station = visit.state.stations[key.station],
                visit.account.may(.seeWork, at: station)
            else { continue }
            sheet(key, file, station)
        }
        for ref in visit.state.alarms where visit.may(.questionSheet, at: ref.key.station) {
            let filed = visit.state.file(ref.key).version(ref.id)?.filed ?? visit.now
            mine.append(item(.workAlarm, ref.key, filed, .version(ref.id), .bad))
        }
        silence()
        turnout()
        publications()
        papers()
        let readiness = DeskReadiness(visit)
        mine += readiness.mine
        others += readiness.others
        accounts()
    }

    private func item(
        _ what: Phrase, _ key: SheetKey, _ since: Instant, _ route: OfficeRoute,
        _ standing: Standing, who: String? = nil, othersWait: Bool = false
    ) -> Item {
        Item(
            what: visit.say(what), about: "\(visit.name(key.station)) · \(visit.title(key))",
            since: since, route: route, standing: standing, who: who, othersWait: othersWait)
    }

    // MARK: Sheets

    private mutating func sheet(_ key: SheetKey, _ file: SheetFile, _ station: PollingStation) {
        if let proposal = file.proposal { proposed(proposal, key, station) }
        if !file.entries.isEmpty { entries(file, key, station) }
        if let current = file.current { doubts(current, key, station) }
        if file.status == .refused, let last = file.versions.last {
            let line = item(
                .workRefused, key, last.came, .version(last.id), .bad,
                who: last.persons.first.map(visit.person))
            if visit.account.may(.fileSheet, at: station) {
                mine.append(line)
            } else {
                others.append(line)
            }
        }
    }

    private mutating func proposed(
        _ version: SheetVersion, _ key: SheetKey, _ station: PollingStation
    ) {
        let deed: Deed = version.statement.replaces == nil ? .confirmSheet : .confirmCorrection
        let isSecond =
            visit.account.may(deed, at: station) && !version.persons.contains(visit.account.id)
        if isSecond {
            mine.append(
                item(
                    deed == .confirmSheet ? .workConfirm : .workConfirmCorrection, key,
                    version.came, .version(version.id), .doubt,
                    who: version.persons.first.map { visit.say(.statedBy, visit.person($0)) },
                    othersWait: true))
        } else {
            let names = visit.others(who: deed, at: station, but: version.persons).prefix(4)
            others.append(
                item(
                    .workWaitsSecond, key, version.came, .version(version.id), .doubt,
                    who: names.isEmpty
                        ? visit.say(.nobodyMayConfirm)
                        : visit.say(.mayConfirm, names.joined(separator: ", "))))
        }
    }

    private mutating func entries(_ file: SheetFile, _ key: SheetKey, _ station: PollingStation) {
        let own = file.entries.contains { $0.clerk == visit.account.id }
        let since = file.entries.map(\.made).min() ?? visit.now
        let differ = file.entries.count > 1
        let may =
            visit.account.may(.enterSheet, at: station)
            || (differ && visit.account.may(.settleEntries, at: station))
        let clerks = file.entries.map { visit.person($0.clerk) }.joined(separator: ", ")
        let line = item(
            differ ? .workEntriesDiffer : .workSecondCopy, key, since,
            may && !own ? .copy(key) : .station(key.station), differ ? .bad : .doubt,
            who: visit.say(.copiedByShort, clerks), othersWait: may && !own)
        if may && !own { mine.append(line) } else { others.append(line) }
    }

    private mutating func doubts(
        _ version: SheetVersion, _ key: SheetKey, _ station: PollingStation
    ) {
        if let question = version.question {
            let line = item(
                .workQuestion, key, question.raised, .version(version.id), .doubt,
                who: visit.person(question.raisedBy))
            if visit.account.may(.questionSheet, at: station) {
                mine.append(line)
            } else {
                others.append(line)
            }
        }
        if let annulment = version.annulment {
            let isSecond =
                visit.account.may(.annulSheet, at: station)
                && annulment.raisedBy != visit.account.id
            let line = item(
                isSecond ? .workConfirmAnnulment : .workAnnulmentWaits, key, annulment.raised,
                .version(version.id), .bad, who: visit.person(annulment.raisedBy),
                othersWait: isSecond)
            if isSecond { mine.append(line) } else { others.append(line) }
        }
    }

    // MARK: Stations

    /// Stations that have not sent the sheet that decides, long after they closed by their own clock.
    private mutating func silence() {
        guard let setting = visit.state.setting else { return }
        for station in visit.stations(.seeWork) {
            let files = visit.account.may(.fileSheet, at: station)
            // Its own commission has the sheet to do as soon as the doors are shut.
            let patience = files ? 0 : Self.silentHours * 60
            guard visit.now >= station.closes.adding(minutes: patience) else { continue }
            for contest in setting.definition.contests {
                let key = SheetKey(station.id, contest.id, setting.deciding)
                guard visit.state.file(key).status == .silent else { continue }
                let members = visit.others(who: .fileSheet, at: station, but: []).prefix(3)
                let line = Item(
                    what: visit.say(files ? .stateSheet : .workSilent),
                    about: "\(visit.name(station)) · \(visit.title(key))",
                    since: station.closes,
                    route: files ? .state(key) : .station(station.id),
                    standing: files ? .doubt : .quiet,
                    who: files ? nil : visit.say(.commissionIs, members.joined(separator: ", ")))
                if files { mine.append(line) } else { others.append(line) }
            }
        }
    }

    /// The newest full hour that has passed and was not reported.
    private mutating func turnout() {
        for station in visit.stations(.reportTurnout) {
            let hours = TurnoutPage.hours(of: station).filter { $0 <= visit.now }
            guard let last = hours.last, visit.now < station.closes.adding(minutes: 120),
                visit.state.turnout[station.id]?[last] == nil
            else { continue }
            mine.append(
                Item(
                    what: visit.say(
                        .workTurnout,
                        visit.view.speech.clock(last, zoneMinutes: station.zoneMinutes)),
                    about: visit.name(station), since: last, route: .turnout(station.id),
                    standing: .doubt))
        }
    }

    private mutating func publications() {
        guard visit.account.may(.publish), let setting = visit.state.setting else { return }
        for contest in setting.definition.contests {
            let state = visit.state.publications[contest.id]
            if let proposed = state?.proposed {
                let isSecond = proposed.by != visit.account.id
                let line = Item(
                    what: visit.say(isSecond ? .workConfirmPublication : .workPublicationWaits),
                    about: visit.say(contest.title), since: visit.state.asOf ?? visit.now,
                    route: .publication, standing: .doubt, who: visit.person(proposed.by),
                    othersWait: isSecond)
                if isSecond { mine.append(line) } else { others.append(line) }
            } else if visit.state.isWhole(contest.id),
                state?.done.last?.publication.sums
                    != visit.state.decidingSums(contest.id)?.digest
            {
                mine.append(
                    Item(
                        what: visit.say(.workMayPublish), about: visit.say(contest.title),
                        since: visit.state.asOf ?? visit.now, route: .publication,
                        standing: .good))
            }
        }
    }

    /// Doubtful papers: one line for a reviewer, and one for each station where reviewers do not agree.
    private mutating func papers() {
        let review = visit.state.review
        let next = review.next(for: visit.account.id, at: visit.now) {
            visit.may(.reviewPapers, at: $0)
        }
        if let next, let taken = review.readings[next.reading] {
            mine.append(
                Item(
                    what: visit.say(.workReviewPapers), about: visit.name(taken.reading.station),
                    since: taken.at, route: .review, standing: .doubt))
        }
        for id in review.order {
            guard let taken = review.readings[id],
                visit.may(.decidePaper, at: taken.reading.station)
            else { continue }
            let left = review.undecided(id)
            let open = left.filter { review.review($0).proposal == nil }
            if !open.isEmpty {
                mine.append(
                    Item(
                        what: visit.say(.workUndecidedPapers, visit.view.number(open.count)),
                        about: visit.name(taken.reading.station), since: taken.at,
                        route: open.count == 1
                            ? .reviewPaper(open[0].reading, open[0].number) : .review,
                        standing: .doubt))
            }
            for ref in left { decision(on: ref) }
        }
    }

    /// What the commission decided of a paper and a second officer has to confirm.
    private mutating func decision(on ref: PaperRef) {
        let review = visit.state.review.review(ref)
        guard let proposal = review.proposal else { return }
        let isSecond =
            proposal.by != visit.account.id && review.opinion(of: visit.account.id) == nil
        let line = Item(
            what: visit.say(isSecond ? .workConfirmDecision : .workDecisionWaits),
            about: ReviewLook(visit).name(ref), since: proposal.at,
            route: .reviewPaper(ref.reading, ref.number), standing: .doubt,
            who: visit.person(proposal.by), othersWait: isSecond)
        if isSecond { mine.append(line) } else { others.append(line) }
    }

    /// Stations that cannot file, because two people are needed and have no account.
    private mutating func accounts() {
        guard visit.account.may(.manageAccounts) else { return }
        var members: [PollingStation.ID: Int] = [:]
        for account in visit.state.accounts.values where account.active {
            for grant in account.grants where grant.role == .commissionMember {
                if case .station(let id) = grant.area { members[id, default: 0] += 1 }
            }
        }
        let lacking = visit.state.stations.keys.filter { members[$0, default: 0] < 2 }
        guard !lacking.isEmpty else { return }
        mine.append(
            Item(
                what: visit.say(.workAccounts, visit.view.number(lacking.count)),
                about: lacking.sorted().prefix(5).map(\.text).joined(separator: ", "),
                since: visit.state.asOf ?? visit.now, route: .accounts, standing: .doubt))
    }
}
