import Identification
import Primitives
import Testing

@Suite("A card's zone is read by the rules of ICAO Doc 9303")
struct ZoneTests {
    // The specimen printed in Doc 9303, part 5.
    static let specimen = [
        "I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6",
        "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    ]

    @Test("reads the printed specimen")
    func reads() throws {
        let zone = try MachineReadableZone(lines: Self.specimen)
        #expect(zone.issuer == "UTO")
        #expect(zone.documentNumber.opened(for: .compareDocument) == "D23145890")
        #expect(zone.birth.opened(for: .compareDocument) == "740812")
        #expect(zone.surname.opened(for: .compareDocument) == "ERIKSSON")
        #expect(zone.givenNames.opened(for: .compareDocument) == "ANNA MARIA")
    }

    @Test(
        "computes the specimen's check digits",
        arguments: [("D23145890", "7"), ("740812", "2"), ("120415", "9"), ("L898902C3", "6")])
    func digits(field: String, digit: String) {
        #expect(
            String(decoding: [MachineReadableZone.checkDigit(Array(field.utf8))], as: UTF8.self)
                == digit)
    }

    @Test("refuses what is not a zone, and says where without saying what")
    func refuses() {
        #expect(throws: ZoneFlaw.shape([30, 30])) {
            try MachineReadableZone(lines: Array(Self.specimen.prefix(2)))
        }
        var lines = Self.specimen
        lines[1] = "7408122F12O4159UTO<<<<<<<<<<<6"
        #expect(throws: ZoneFlaw.character(line: 2, place: 11)) {
            try MachineReadableZone(lines: lines)
        }
        lines[1] = "7408132F1204159UTO<<<<<<<<<<<6"
        #expect(throws: ZoneFlaw.checkDigit("date of birth")) {
            try MachineReadableZone(lines: lines)
        }
    }

    @Test("a particular prints as a dash")
    func dash() throws {
        let zone = try MachineReadableZone(lines: Self.specimen)
        #expect("\(zone.surname)" == "–")
        #expect(!String(reflecting: zone).contains("ERIKSSON"))
        #expect(!"\(zone)".contains("740812"))
    }
}
