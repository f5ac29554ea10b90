import Primitives

/// The life of one observer's accreditation.
///
/// invited → nominated → submitted → accredited, and from there to withdrawn, or to expired when
/// the results are officially published. Withdrawal is possible at every step before the end.
/// Source: CIS Convention of 7 October 2002, article 15 (status runs from accreditation until
/// official publication).
package struct Accreditation: Codable, Hashable, Sendable {
    package enum State: String, Codable, Sendable, CaseIterable {
        case invited, nominated, submitted, accredited, withdrawn, expired
    }

    package enum Event: String, Codable, Sendable, CaseIterable {
        /// The sending body names the person.
        case nominate
        /// The list goes to the election commission.
        case submit
        /// The commission issues the card.
        case accredit
        /// The sender or the commission takes the person off.
        case withdraw
        /// The official results are published.
        case publishResults = "publish-results"
    }

    package enum Action: Hashable, Sendable {
        case moved(State)
        /// The event has no place in this state; nothing changes.
        case refused(State)
    }

    package struct Step: Codable, Hashable, Sendable {
        package let state: State
        package let day: CivilDay
    }

    /// From the invitation on, oldest first; never empty.
    package private(set) var steps: [Step]

    package init(invited day: CivilDay) { steps = [Step(state: .invited, day: day)] }

    package var state: State { steps[steps.count - 1].state }

    package mutating func event(_ event: Event, on day: CivilDay) -> Action {
        guard day >= steps[steps.count - 1].day, let next = Self.next(state, event) else {
            return .refused(state)
        }
        steps.append(Step(state: next, day: day))
        return .moved(next)
    }

    private static func next(_ state: State, _ event: Event) -> State? {
        switch (state, event) {
        case (.invited, .nominate): .nominated
        case (.nominated, .submit): .submitted
        case (.submitted, .accredit): .accredited
        case (.accredited, .publishResults): .expired
        case (.invited, .withdraw), (.nominated, .withdraw), (.submitted, .withdraw),
            (.accredited, .withdraw):
            .withdrawn
        default: nil
        }
    }

    /// True on a day between accreditation and its end, both included.
    package func mayObserve(on day: CivilDay) -> Bool {
        guard let from = steps.first(where: { $0.state == .accredited })?.day, from <= day else {
            return false
        }
        guard let end = steps.first(where: { $0.state == .withdrawn || $0.state == .expired })
        else { return true }
        return day <= end.day
    }

    private enum Keys: String, CodingKey { case steps }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        steps = try container.decode([Step].self, forKey: .steps)
        let states = steps.map(\.state)
        let follows = zip(states, states.dropFirst()).allSatisfy { before, after in
            Event.allCases.contains { Self.next(before, $0) == after }
        }
        let inTime = zip(steps, steps.dropFirst()).allSatisfy { $0.day <= $1.day }
        guard states.first == .invited, follows, inTime else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "these steps are not the life of an accreditation"))
        }
    }
}
