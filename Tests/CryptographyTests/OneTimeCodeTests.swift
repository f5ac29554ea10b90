import Cryptography
import Testing

@Suite("A code of the second factor is the one that every phone shows")
struct OneTimeCodeTests {
    /// The secret of both RFCs' appendices: the ASCII text 12345678901234567890.
    static let secret = Array("12345678901234567890".utf8)

    @Test(
        "RFC 4226, appendix D: codes of the first ten counters",
        arguments: [
            (0, "755224"), (1, "287082"), (2, "359152"), (3, "969429"), (4, "338314"),
            (5, "254676"), (6, "287922"), (7, "162583"), (8, "399871"), (9, "520489"),
        ])
    func counters(counter: Int, code: String) throws {
        let factor = try #require(OneTimeCode(secret: Self.secret))
        #expect(factor.code(step: counter) == code)
    }

    @Test(
        "RFC 6238, appendix B: codes of eight digits at six moments, SHA-1",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"), (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ])
    func moments(seconds: Int, code: String) throws {
        let factor = try #require(OneTimeCode(secret: Self.secret))
        #expect(factor.code(step: OneTimeCode.step(at: seconds), digits: 8) == code)
        #expect(factor.code(step: OneTimeCode.step(at: seconds)) == code.suffix(6))
    }

    @Test("a code is good for its half minute and the ones beside it, and once")
    func once() throws {
        let factor = try #require(OneTimeCode(secret: Self.secret))
        // 287082 is the code of step 1, seconds 30 to 59 (RFC 4226, appendix D).
        for (second, accepted) in [(0, true), (29, true), (59, true), (89, true), (90, false)] {
            let step = factor.accepted("287082", at: second, after: nil)
            #expect(step == (accepted ? 1 : nil), "at second \(second)")
        }
        #expect(factor.accepted("287082", at: 45, after: 0) == 1)
        #expect(factor.accepted("287082", at: 45, after: 1) == nil, "used already")
        #expect(factor.accepted("755224", at: 45, after: 1) == nil, "older than one used")
    }

    @Test(
        "nothing else is a code",
        arguments: ["", "28708", "2870820", "287 082", "２８７０８２", "28708a", "000000"])
    func others(code: String) throws {
        let factor = try #require(OneTimeCode(secret: Self.secret))
        #expect(factor.accepted(code, at: 45, after: nil) == nil)
    }

    @Test("secrets shorter than RFC 4226 allows are refused")
    func lengths() {
        #expect(OneTimeCode(secret: [UInt8](repeating: 1, count: 15)) == nil)
        #expect(OneTimeCode(secret: [UInt8](repeating: 1, count: 16)) != nil)
        #expect(OneTimeCode(secret: [UInt8](repeating: 1, count: 65)) == nil)
    }

    // RFC 4648, section 10, gives f, fo, foo, foob, fooba, foobar; secrets are longer, so the same
    // groups stand here behind 15 bytes of "fooba" (MZXW6YTB each), whose text ends on a whole group.
    @Test(
        "the secret's text is RFC 4648 base32 without padding",
        arguments: [
            ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
        ])
    func base32(bytes: String, text: String) throws {
        let factor = try #require(OneTimeCode(secret: Array(("foobafoobafooba" + bytes).utf8)))
        #expect(factor.text == "MZXW6YTBMZXW6YTBMZXW6YTB" + text)
    }
}
