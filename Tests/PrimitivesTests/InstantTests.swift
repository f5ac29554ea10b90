import Primitives
import Testing

@Suite("Moments and days are written one way")
struct InstantTests {
    // Seconds from `date -u -d TEXT +%s` of GNU coreutils.
    @Test(
        "reads and writes UTC",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2031-05-18T02:00:00Z", 1_936_836_000),
            ("2000-02-29T23:59:59Z", 951_868_799), ("1969-12-31T23:59:59Z", -1),
        ])
    func utc(text: String, seconds: Int) {
        #expect(Instant(text: text)?.seconds == seconds)
        #expect(Instant(seconds: seconds).text() == text)
    }

    @Test("shows the wall clock at a station")
    func local() {
        let opens = Instant(text: "2031-05-18T08:00:00+06:00")
        #expect(opens?.text() == "2031-05-18T02:00:00Z")
        #expect(opens?.text(offsetMinutes: 360) == "2031-05-18T08:00:00+06:00")
    }

    @Test(
        "refuses a day that does not exist", arguments: ["2031-02-29", "2031-13-01", "31-1-1", ""])
    func wrongDay(text: String) {
        #expect(CivilDay(text: text) == nil)
    }
}

@Suite("A percentage is whole-number arithmetic")
struct PercentageTests {
    @Test(
        "rounds half away from zero",
        arguments: [
            // part, base, decimals, text, source
            (1_395_513, 3_563_574, 2, "39.16", "Kyrgyz CEC, 20 January 2021"),
            (1_105_248, 1_395_513, 2, "79.20", "Kyrgyz CEC, 20 January 2021"),
            (1, 8, 1, "12.5", "by hand"), (1, 16, 1, "6.3", "by hand: 6.25"),
            (0, 7, 1, "0.0", "by hand"), (7, 7, 0, "100", "by hand"),
        ])
    func text(part: Int, base: Int, decimals: Int, text: String, source: String) {
        #expect(Percentage(part, of: base).text(decimals: decimals) == text, "\(source)")
    }

    @Test("has no text without a base")
    func none() {
        #expect(Percentage(0, of: 0).text() == nil)
        #expect(Percentage(Int.max, of: 1).text() == nil)
    }
}
