import Elections
import Identification
import Primitives
import Tervania

/// The voters of Tervania, their cards, and who comes to which desk: invented from a seed.
package struct TervaniaVoters: Sendable {
    /// One person coming to a desk.
    package struct Arrival: Sendable {
        package let station: PollingStation.ID
        package let zone: [String]
        package let verdict: DeviceVerdict
        package let decision: OfficerDecision
        package let at: Instant
    }

    package let list: VoterList
    package let arrivals: [Arrival]

    package init(seed: UInt64) {
        var voters: [Voter] = []
        var arrivals: [Arrival] = []
        for profile in Tervania.profiles {
            let people = Self.people(of: profile, seed: seed, after: voters.count)
            voters += people.map(\.voter)
            arrivals += Self.arrivals(of: people, at: profile, seed: seed)
        }
        list = VoterList(voters)
        self.arrivals = arrivals
    }

    private struct Person {
        let voter: Voter
        let zone: [String]
    }

    private static let surnames = [
        "ORLIKOVA", "TASHMAT", "BEREKOV", "SULANKA", "KENESHOV", "ARALBEK", "DUVANOVA", "ZHARKYN",
        "MIRZALI", "POLOTOV", "ESENKUL", "RAVSHANA", "TULPAROV", "CHOLPON", "NURGAZY", "SAMANOVA",
    ]
    private static let given = [
        "AIBEK", "NARGIZA", "TIMUR", "ELVIRA", "KANAT", "DINARA", "RUSLAN", "GULNUR", "MARAT",
        "SVETLANA", "URMAT", "ZARINA",
    ]

    private static func people(
        of profile: Tervania.Profile, seed: UInt64, after count: Int
    ) -> [Person] {
        var chance = SeededSource(seed: seed, purpose: "people \(profile.id)")
        return (0..<profile.registered).map { index in
            let number = count + index + 1
            let woman = chance.below(2) == 0
            let birth = (chance.below(60) + 40) % 100
            let date =
                birth.padded(2) + (chance.below(12) + 1).padded(2)
                + (chance.below(28) + 1).padded(2)
            let personal = (woman ? "1" : "2") + date + number.padded(7)
            let surname = surnames[chance.below(surnames.count)]
            let name = given[chance.below(given.count)]
            return Person(
                voter: Voter(
                    id: Voter.ID("V\(number.padded(5))")!, station: profile.id,
                    personalNumber: Personal(personal), birth: Personal(date),
                    surname: Personal(surname)),
                zone: card(
                    number: "TV" + number.padded(7), personal: personal, birth: date,
                    woman: woman, names: "\(surname)<<\(name)"))
        }
    }

    /// Prints the zone of a card as its issuer would.
    private static func card(
        number: String, personal: String, birth: String, woman: Bool, names: String
    ) -> [String] {
        func filled(_ text: String, _ width: Int) -> String {
            text + String(repeating: "<", count: width - text.utf8.count)
        }
        func digit(_ text: String) -> String {
            String(decoding: [MachineReadableZone.checkDigit(Array(text.utf8))], as: UTF8.self)
        }
        let upper = number + digit(number) + filled(personal, 15)
        let born = birth + digit(birth)
        let expiry = "360517" + digit("360517")
        let rest = filled("", 11)
        let composite = digit(upper + born + expiry + rest)
        return [
            "I<TVN" + upper, born + (woman ? "F" : "M") + expiry + "TVN" + rest + composite,
            filled(names, 30),
        ]
    }

    /// The day at one desk: those who come, in order, and what went out of the ordinary.
    private static func arrivals(
        of people: [Person], at profile: Tervania.Profile, seed: UInt64
    ) -> [Arrival] {
        var chance = SeededSource(seed: seed, purpose: "arrivals \(profile.id)")
        let coming = chance.shuffled(people).prefix(profile.registered * profile.turnout / 100)
        let opens = Tervania.stations.first { $0.id == profile.id }!.opens
        var day: [Arrival] = []
        func add(_ zone: [String], _ verdict: DeviceVerdict, _ decision: OfficerDecision) {
            let at = opens.adding(minutes: day.count * 700 / (coming.count + 2))
            day.append(
                Arrival(
                    station: profile.id, zone: zone, verdict: verdict, decision: decision, at: at))
        }
        for (index, person) in coming.enumerated() {
            if profile.id == "south-003" && (40..<46).contains(index) {
                // The equipment stood still for a while; two members admitted by the list.
                add(
                    person.zone, .failed(.deviceFailure),
                    .admitByFallback(.deviceFailure, by: "member-2", and: "member-5"))
            } else if chance.below(160) == 0 {
                add(
                    person.zone, .failed(.unreadableFinger),
                    .admitByFallback(.unreadableFinger, by: "member-1", and: "member-4"))
            } else {
                add(person.zone, .same, .admit(by: "member-1"))
            }
            if profile.id == "north-002" && index == 90 {
                // The same voter comes again an hour later.
                add(coming[coming.startIndex + 30].zone, .same, .admit(by: "member-3"))
            }
        }
        if profile.id == "north-001" {
            let stranger = Self.people(
                of: Tervania.profiles[1], seed: seed, after: profile.registered)
            add(stranger[3].zone, .same, .admit(by: "member-1"))
        }
        return day
    }
}
