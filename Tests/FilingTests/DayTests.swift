import Cryptography
import Elections
import Filing
import FilingSupport
import Offices
import Primitives
import Tervania
import Testing

private let anna = People.member("north-001", 0)

@Suite("Turnout is told hour by hour, since the station opened")
struct TurnoutTests {
    // Home lies five hours east of Greenwich: 8 to 20 o'clock are 03:00Z to 15:00Z. Veldmark lies
    // one hour east, Oyamar nine.
    private func tell(
        _ night: inout Night, _ station: PollingStation.ID, _ hour: String, _ voters: Int,
        by who: Account? = nil, at now: String = "2031-05-18T23:00:00Z"
    ) throws -> Night.Came {
        let hour = try #require(Instant(text: hour))
        let now = try #require(Instant(text: now))
        return night.does(who ?? People.member(station, 0)) { state, who throws(FilingProblem) in
            try state.reportTurnout(
                TurnoutReport(station: station, hour: hour, voters: voters), by: who, at: now)
        }
    }

    @Test("it never falls; a wrong hour is corrected by telling it again")
    func falls() throws {
        var night = Night()
        let station: PollingStation.ID = "north-001"
        #expect(try tell(&night, station, "2031-05-18T05:00:00Z", 40) == .done)
        #expect(try tell(&night, station, "2031-05-18T05:00:00Z", 40) == .already)
        #expect(try tell(&night, station, "2031-05-18T07:00:00Z", 900) == .done)
        #expect(try tell(&night, station, "2031-05-18T08:00:00Z", 90) == .no(.turnoutFalls))
        #expect(try tell(&night, station, "2031-05-18T07:00:00Z", 39) == .no(.turnoutFalls))
        #expect(try tell(&night, station, "2031-05-18T07:00:00Z", 80) == .done)
        #expect(try tell(&night, station, "2031-05-18T08:00:00Z", 80) == .done, "nobody came")
        #expect(try tell(&night, station, "2031-05-18T06:00:00Z", 81) == .no(.turnoutFalls))
        #expect(try tell(&night, station, "2031-05-18T06:00:00Z", 60) == .done, "told late")
        #expect(night.state.turnout[station]?.values.map(\.voters).sorted() == [40, 60, 80, 80])
    }

    @Test(
        "only full hours of the station's own day that have passed",
        arguments: [
            ("north-001", "2031-05-18T02:00:00Z", false, "7 o'clock at home, before it opens"),
            ("north-001", "2031-05-18T03:00:00Z", true, "8 o'clock"),
            ("north-001", "2031-05-18T15:00:00Z", true, "20 o'clock, when it closes"),
            ("north-001", "2031-05-18T16:00:00Z", false, "21 o'clock"),
            ("abroad-001", "2031-05-18T06:00:00Z", false, "7 o'clock in Veldmark"),
            ("abroad-001", "2031-05-18T07:00:00Z", true, "8 o'clock in Veldmark"),
            ("abroad-001", "2031-05-18T19:00:00Z", true, "20 o'clock in Veldmark"),
            (
                "abroad-002", "2031-05-17T23:00:00Z", true,
                "8 o'clock in Oyamar, the day before here"
            ),
            ("abroad-002", "2031-05-18T12:00:00Z", false, "21 o'clock in Oyamar"),
            ("north-001", "2031-05-18T05:10:00Z", false, "ten past ten"),
            ("north-001", "2031-05-18T05:00:01Z", false, "a second past ten"),
        ])
    func hours(station: String, hour: String, isFit: Bool, what: String) throws {
        var night = Night()
        let id = try #require(PollingStation.ID(station))
        #expect(
            try tell(&night, id, hour, 1) == (isFit ? .done : .no(.turnoutHour)), "\(what)")
    }

    @Test("the future is not told")
    func future() throws {
        var night = Night()
        let now = "2031-05-18T05:59:59Z"
        #expect(
            try tell(&night, "north-001", "2031-05-18T06:00:00Z", 1, at: now) == .no(.turnoutHour))
        #expect(try tell(&night, "north-001", "2031-05-18T05:00:00Z", 1, at: now) == .done)
    }

    @Test("a count is a number of people, told by the station or its territory")
    func rights() throws {
        var night = Night()
        let hour = "2031-05-18T05:00:00Z"
        for voters in [-1, 10_000_000, .max] {
            #expect(try tell(&night, "north-001", hour, voters) == .no(.figureRange("", 0)))
        }
        for who in [People.south, People.member("north-002", 0), People.observer, People.centre[0]]
        {
            #expect(try tell(&night, "north-001", hour, 1, by: who) == .no(.notAllowed))
        }
        #expect(try tell(&night, "north-001", hour, 1, by: People.north[0]) == .done)
        #expect(try tell(&night, "x", hour, 1, by: anna) == .no(.unknownStation("x")))
    }
}

@Suite("A station is ready when a second person says so, in time")
struct ReadinessTests {
    static let power = ReadinessKey("north-001", "power")
    static let scanner = ReadinessKey("north-001", "scanner", serial: "SC-1")

    private func record(
        _ night: inout Night, _ who: Account, _ key: ReadinessKey,
        _ state: ReadinessRecord.State = .ready, _ note: String = ""
    ) -> Night.Came {
        night.does(who) { office, who throws(FilingProblem) in
            try office.recordReadiness(
                ReadinessRecord(key: key, state: state, note: note), by: who)
        }
    }

    private func confirm(
        _ night: inout Night, _ who: Account, _ key: ReadinessKey, seen: Instant? = nil
    ) -> Night.Came {
        night.does(who) { office, who throws(FilingProblem) in
            try office.confirmReadiness(key, seen: seen, by: who)
        }
    }

    private func standing(
        _ night: Night, _ key: ReadinessKey, at text: String
    ) throws -> ReadinessItem.Standing {
        let station = try night.state.station(key.station)
        let requirement = try #require(
            night.state.setting?.readiness.first { $0.id == key.requirement })
        let now = try #require(Instant(text: text))
        return (night.state.readiness[key] ?? ReadinessItem())
            .standing(due: requirement.due(at: station), now: now)
    }

    // North opens at 03:00Z; power is due an hour before, at 02:00Z.
    static let early = "2031-05-18T01:59:59Z"
    static let due = "2031-05-18T02:00:00Z"

    @Test("open, recorded, confirmed; late when the hour has come")
    func standings() throws {
        var night = Night()
        #expect(try standing(night, Self.power, at: Self.early) == .open)
        #expect(try standing(night, Self.power, at: Self.due) == .late)
        #expect(record(&night, anna, Self.power, .partly) == .done)
        #expect(try standing(night, Self.power, at: Self.early) == .partly)
        #expect(try standing(night, Self.power, at: Self.due) == .late)
        #expect(record(&night, anna, Self.power, .failed, "No current.") == .done)
        #expect(try standing(night, Self.power, at: Self.early) == .failed)
        #expect(try standing(night, Self.power, at: Self.due) == .failed)
        #expect(record(&night, anna, Self.power) == .done)
        #expect(try standing(night, Self.power, at: Self.early) == .recorded)
        #expect(try standing(night, Self.power, at: Self.due) == .late)
        #expect(confirm(&night, People.north[0], Self.power) == .done)
        #expect(try standing(night, Self.power, at: Self.due) == .confirmed)
        #expect(night.state.readiness[Self.power]?.record?.by == anna.id)
        #expect(night.state.readiness[Self.power]?.confirmed?.by == People.north[0].id)
    }

    @Test("it is late by the station's own opening, wherever it lies")
    func zones() throws {
        let night = Night()
        // Oyamar opens at 23:00Z of the day before, Veldmark at 07:00Z; power is due an hour before.
        #expect(
            try standing(night, ReadinessKey("abroad-002", "power"), at: "2031-05-17T22:00:00Z")
                == .late)
        #expect(
            try standing(night, ReadinessKey("abroad-001", "power"), at: "2031-05-18T05:59:59Z")
                == .open)
        // The bag is due a day before.
        #expect(
            try standing(night, ReadinessKey("abroad-001", "bag"), at: "2031-05-17T07:00:00Z")
                == .late)
    }

    @Test("the same person does not confirm; what was changed since is not confirmed")
    func second() throws {
        var night = Night()
        let officer = People.north[0]
        #expect(confirm(&night, officer, Self.power) == .no(.notReady))
        #expect(record(&night, officer, Self.power, .partly) == .done)
        #expect(confirm(&night, People.north[1], Self.power) == .no(.notReady))
        #expect(record(&night, officer, Self.power) == .done)
        let seen = night.state.readiness[Self.power]?.record?.at
        #expect(confirm(&night, officer, Self.power) == .no(.secondPerson))
        night.now = night.now.adding(minutes: 1)
        #expect(record(&night, officer, Self.power, .ready, "Another cable.") == .done)
        #expect(confirm(&night, People.north[1], Self.power, seen: seen) == .no(.notReady))
        #expect(confirm(&night, People.north[1], Self.power, seen: night.now) == .done)
        #expect(confirm(&night, People.centre[0], Self.power) == .no(.notWaiting))
        #expect(record(&night, officer, Self.power, .failed) == .done)
        #expect(night.state.readiness[Self.power]?.confirmed == nil, "a new record asks anew")
    }

    @Test("equipment has its serial number, nothing else has one")
    func serials() {
        var night = Night()
        #expect(record(&night, anna, Self.scanner) == .done)
        for serial in ["", "a b", "Ö", String(repeating: "x", count: 65)] {
            let key = ReadinessKey("north-001", "scanner", serial: serial)
            #expect(record(&night, anna, key) == .no(.serialMissing), "\(serial)")
        }
        let key = ReadinessKey("north-001", "power", serial: "X")
        #expect(record(&night, anna, key) == .no(.serialMissing))
    }

    @Test("what is asked abroad is not asked at home; rights hold in their area")
    func asked() {
        var night = Night()
        let home = ReadinessKey("north-001", "bag")
        #expect(record(&night, anna, home) == .no(.unknownRequirement))
        #expect(record(&night, People.abroad, ReadinessKey("abroad-001", "bag")) == .done)
        #expect(
            record(&night, anna, ReadinessKey("north-001", "water")) == .no(.unknownRequirement))
        #expect(record(&night, People.south, Self.power) == .no(.notAllowed))
        #expect(record(&night, People.observer, Self.power) == .no(.notAllowed))
        #expect(
            record(&night, anna, Self.power, .ready, String(repeating: "x", count: 2001))
                == .no(.tooLong))
    }

    @Test("an observer's finding stands beside, and changes nothing of it")
    func remark() throws {
        var night = Night()
        _ = record(&night, anna, Self.scanner, .ready, "Tested:\n100 of 100.")
        _ = confirm(&night, People.north[0], Self.scanner)
        func remark(_ who: Account, _ text: String) -> Night.Came {
            night.does(who) { office, who throws(FilingProblem) in
                try office.remarkReadiness(
                    ReadinessRemark(key: Self.scanner, agrees: false, text: text), by: who)
            }
        }
        #expect(remark(anna, "I agree.") == .no(.notAllowed))
        #expect(remark(People.observer, " ") == .no(.whyMissing))
        #expect(remark(People.observer, "The seal\nis broken.") == .done)
        let item = try #require(night.state.readiness[Self.scanner])
        #expect(item.remarks.map(\.value.text) == ["The seal is broken."])
        #expect(item.record?.value.note == "Tested: 100 of 100." && item.confirmed != nil)
        #expect(try standing(night, Self.scanner, at: Self.due) == .confirmed)
    }
}
