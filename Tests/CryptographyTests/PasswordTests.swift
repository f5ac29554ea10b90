import Cryptography
import Testing

@Suite("A password is kept so that only the person can sign in with it")
struct PasswordTests {
    @Test("its hash accepts it, and nothing near it")
    func own() throws {
        let hash = try #require(PasswordHash.of("тоо суу көпүрө нан"))
        // RFC 9106, section 4: the second recommended option has 3 passes over 64 MiB.
        #expect(hash.text.hasPrefix("$argon2id$v=19$m=65536,t=3,p=1$"))
        #expect(hash.accepts("тоо суу көпүрө нан"))
        for other in ["", "тоо суу көпүрө нан ", "Тоо суу көпүрө нан", "тоо суу көпүрө на"] {
            #expect(!hash.accepts(other), "\(other)")
        }
        let again = try #require(PasswordHash.of("тоо суу көпүрө нан"))
        #expect(again != hash, "each has a salt of its own")
    }

    @Test(
        "hashes that another program made are accepted: argon2-cffi 25.1.0 of PyPI",
        arguments: [
            (
                "тоо суу көпүрө нан",
                "$argon2id$v=19$m=65536,t=3,p=1$Tjhm8YNMFFqUwBwoxrSkEA$UzUzBWT/jZddDJD92NK/LodExfPSDRBqjz8/Hh93DCY"
            ),
            // Its own default: four lanes.
            (
                "тоо суу көпүрө нан",
                "$argon2id$v=19$m=65536,t=3,p=4$skGY/rXMJcJHuEATqEf87A$iYD5+UjtUmTI6IMbTYAtJsOhxxVbkEByaFggiVqVQQE"
            ),
            (
                "correct horse battery staple",
                "$argon2id$v=19$m=8192,t=2,p=1$XJqjOTzr44Rb5WtqJoyuVw$J/Z5midQsI0PMt8jwFae3puqe9dHT9+C8LTr0nM+Dpk"
            ),
        ])
    func others(password: String, text: String) {
        #expect(PasswordHash(kept: text).accepts(password))
        #expect(!PasswordHash(kept: text).accepts(password + "."))
        let last = text.last == "Y" ? "Z" : "Y"
        #expect(!PasswordHash(kept: text.dropLast() + last).accepts(password))
    }

    @Test(
        "what is no hash accepts nothing",
        arguments: [
            "", "$argon2id$", "plain", "$argon2id$v=19$m=8192,t=2,p=1$$",
            "$2b$12$abcdefghijklmnopqrstuv", String(repeating: "$argon2id$", count: 40),
        ])
    func noHash(text: String) {
        #expect(!PasswordHash(kept: text).accepts(""))
        #expect(!PasswordHash(kept: text).accepts(text))
    }

    @Test("tokens are 64 hexadecimal digits and never the same")
    func tokens() {
        let tokens = (0..<100).map { _ in Secrets.token() }
        #expect(Set(tokens).count == 100)
        #expect(tokens.allSatisfy { $0.utf8.count == 64 && Hexadecimal.decode($0) != nil })
        #expect(Set((0..<100).map { _ in Secrets.random(16) }).count == 100)
    }

    @Test("a comparison of secrets is one of bytes")
    func equal() {
        #expect(Secrets.equal([], []) && Secrets.equal([1, 2], [1, 2]))
        #expect(!Secrets.equal([1, 2], [1, 3]) && !Secrets.equal([1, 2], [1]))
    }
}
