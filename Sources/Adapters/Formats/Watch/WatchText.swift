import Assemblies
import Missions
import Primitives

/// What `watch show` prints of snapshots, as text.
///
/// Names of bodies, persons and contests are the source's in every language; only our own labels
/// are translated.
package struct WatchText {
    let language: Language
    /// Offices that ended before this day are left out.
    let day: CivilDay?

    package init(_ language: Language, day: CivilDay? = nil) {
        self.language = language
        self.day = day
    }

    func label(_ text: LocalizedText) -> String { text[language] }

    func words(_ fact: Known<String>) -> String {
        switch fact {
        case .known(let text): text
        case .unknown(let kind): "\(label(WatchLabels.notKnown)) (\(label(kind.words)))"
        }
    }

    /// One snapshot with its mission, if it has one.
    package func page(_ record: WatchRecord) -> String {
        let snapshot = record.assembly
        var lines = [snapshot.assembly.map { snapshot.name(of: $0.id) } ?? snapshot.id.text]
        if let notice = snapshot.inventedNotice { lines.append(label(notice)) }
        var head =
            "\(label(WatchLabels.snapshot)) \(snapshot.id): \(label(WatchLabels.asOf(snapshot.asOf)))"
        if snapshot.extent == .partial { head += "; \(label(WatchLabels.partial))" }
        lines.append(head)
        lines += snapshot.sources.map { source in
            "\(label(WatchLabels.source)): \(source.title)"
                + (source.address.value.map { " (\($0))" } ?? "")
        }
        lines += delegations(snapshot) + websites(snapshot) + offices(snapshot)
        lines += mission(record) + unknowns(snapshot) + doubts(snapshot)
        return lines.joined(separator: "\n")
    }

    private func delegations(_ snapshot: AssemblySnapshot) -> [String] {
        guard !snapshot.members.isEmpty else { return [] }
        var lines = ["", label(WatchLabels.delegations)]
        for member in snapshot.members {
            switch member.delegation {
            case .unknown(let kind):
                let state = member.state.value.flatMap(snapshot.state)?.name ?? LocalizedText("–")
                lines.append("  \(label(state)): \(words(.unknown(kind)))")
            case .known(let delegation):
                lines.append("  \(snapshot.name(of: delegation.parliament))")
                lines += delegation.seats.map { "    \(seats($0, snapshot))" }
                let holder = snapshot.plenipotentiary(of: delegation)
                if snapshot.extent == .whole || holder.value != nil {
                    lines.append(
                        "    \(label(WatchLabels.plenipotentiary)): "
                            + words(holder.map { snapshot.person($0)?.name ?? $0.text }))
                }
            }
        }
        if snapshot.extent == .whole, let total = snapshot.seatTotal {
            lines.append("  \(label(WatchLabels.seatsAdded)): \(total)")
        }
        return lines
    }

    private func seats(_ seats: SeatAllotment, _ snapshot: AssemblySnapshot) -> String {
        let chamber =
            seats.chamber.value.map(snapshot.shortName) ?? label(WatchLabels.seats)
        guard let number = seats.number.value else {
            return "\(chamber): \(words(seats.number.map { String($0) }))"
        }
        return "\(chamber): \(number)" + (seats.word.value.map { " \($0)" } ?? "")
    }

    private func websites(_ snapshot: AssemblySnapshot) -> [String] {
        guard !snapshot.websites.isEmpty else { return [] }
        return ["", label(WatchLabels.websites)]
            + snapshot.websites.map {
                "  \(snapshot.shortName(of: $0.of)): \(words($0.address))"
            }
    }

    private func offices(_ snapshot: AssemblySnapshot) -> [String] {
        let together = snapshot.officesHeldTogether(on: day)
        var lines: [String] = []
        if !together.isEmpty { lines += ["", label(WatchLabels.offices)] }
        lines += together.map { held in
            let name = snapshot.person(held.person)?.name ?? held.person.text
            return "  \(name): " + held.offices.map { title($0, snapshot) }.joined(separator: "; ")
        }
        let told = Set(together.map(\.person))
        let speaking = Set(snapshot.delegations.compactMap(\.plenipotentiary.value))
        let others = snapshot.holdings.filter { holding in
            let isTold = holding.person.value.map(told.contains) ?? false
            let mayHold = day.map(holding.mayHold(on:)) ?? true
            return mayHold && !isTold && !speaking.contains(holding.office)
        }
        guard !others.isEmpty else { return lines }
        lines += ["", label(WatchLabels.otherOffices)]
        lines += others.prefix(Self.mostOffices).map { holding in
            let name = words(holding.person.map { snapshot.person($0)?.name ?? $0.text })
            return "  \(name): \(title(holding.office, snapshot))"
        }
        let more = others.count - Self.mostOffices
        return more > 0 ? lines + ["  … + \(more)"] : lines
    }

    /// A page for a person to read; the JSON has them all.
    private static let mostOffices = 40

    func title(_ id: Office.ID, _ snapshot: AssemblySnapshot) -> String {
        guard let office = snapshot.office(id) else { return id.text }
        let whose = snapshot.delegations.first { $0.id == office.body }
            .map { snapshot.name(of: $0.parliament) }
        return label(office.title) + (whose.map { " (\($0))" } ?? "")
    }

    private func unknowns(_ snapshot: AssemblySnapshot) -> [String] {
        let facts = snapshot.unknownFacts()
        let dates = snapshot.datesOfOfficeGiven
        guard !facts.isEmpty || dates.holdings > 0 else { return [] }
        var lines = ["", label(WatchLabels.unknowns)]
        for kind in Unknown.allCases {
            let found = facts.filter { $0.kind == kind }
            guard !found.isEmpty else { continue }
            lines.append("  \(label(kind.words)): \(found.count)")
            lines += found.map { "    \(label(WatchLabels.matter($0.matter))): \($0.subject)" }
        }
        if dates.holdings > 0 {
            lines.append("  \(label(WatchLabels.dates)): \(dates.given) / \(dates.holdings)")
        }
        return lines
    }

    private func doubts(_ snapshot: AssemblySnapshot) -> [String] {
        let doubts = snapshot.doubts()
        guard !doubts.isEmpty else { return [] }
        return ["", label(WatchLabels.doubts)]
            + doubts.map { "  \(label(WatchLabels.doubt($0, in: snapshot)))" }
    }

    /// What two snapshots tell differently.
    package func changes(from older: AssemblySnapshot, to newer: AssemblySnapshot) -> String {
        let found = AssemblySnapshot.differences(from: older, to: newer)
        var lines = ["\(label(WatchLabels.changes)): \(older.id) → \(newer.id)"]
        if found.changes.isEmpty { lines.append("  \(label(WatchLabels.noChanges))") }
        lines += found.changes.map { change in
            "  \(label(WatchLabels.matter(change.matter))), \(change.subject): "
                + "\(words(change.before)) → \(words(change.after))"
        }
        if found.notReadAgain > 0 {
            lines.append("  \(label(WatchLabels.notReadAgain)): \(found.notReadAgain)")
        }
        return lines.joined(separator: "\n")
    }
}
