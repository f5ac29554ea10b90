import Cryptography
import Elections
import Filing
import Foundation
import HTTPServer
import OfficeWeb
import Offices
import Primitives
import ResultsOffice
import Storage
import Tabulation
import Tervania
import TervaniaEvening

/// An office in memory and the browsers of its people, without a network between them.
final class TestOffice {
    let office: ResultsOffice
    let signIn: SignIn
    let clock = RehearsalClock()
    private var sessions: [Account.ID: (token: String, session: Session)] = [:]

    static let password = "four plain words here"

    /// Half past nine at night on the day in Tervania, unless another moment is set.
    init(at moment: String = "2031-05-18T16:30:00Z", secondFactor: Bool = false) throws {
        clock.set(Instant(text: moment) ?? Instant(seconds: 0))
        office = try ResultsOffice(store: MemoryStore(), clock: clock.officeClock)
        signIn = SignIn(office, needsSecondFactor: secondFactor)
        try put(.electionSet(EveningSetting.setting))
        for account in EveningSetting.all { try put(.accountSet(account)) }
    }

    func put(_ act: Act) throws {
        _ = try office.perform(as: "system") { _, _ in .act(act) }
    }

    var state: OfficeState { office.state }

    /// Signs in with a password, once for each person.
    func session(_ account: Account) throws -> (token: String, session: Session) {
        if let known = sessions[account.id] { return known }
        try signIn.setPassword(Self.password, of: account.id)
        let made = try signIn.signIn(
            account.id.text, password: Self.password, code: "", from: "127.0.0.1")
        sessions[account.id] = made
        return made
    }

    private func call(_ request: Request, _ account: Account?) throws -> OfficeCall {
        var caller: Caller?
        if let account {
            let (token, _) = try session(account)
            let (session, now) = try signIn.session(token)
            caller = Caller(account: now, session: session, token: token, way: .cookie)
        }
        return OfficeCall(
            request: request, office: office, signIn: signIn, caller: caller, state: office.state,
            now: office.clock.now(), place: ServicePlace())
    }

    private func answer(
        _ request: Request, _ path: String, _ account: Account?, _ language: Language
    )
        throws -> Answer
    {
        let bare = String(path.prefix { $0 != "?" })
        let response = OfficePages().answer(bare, language, try call(request, account))
        return Answer(response)
    }

    func get(
        _ path: String, as account: Account?, _ language: Language = .english,
        headers: [String: String] = [:]
    ) throws -> Answer {
        let request = Request(
            method: "GET", target: "/\(language.rawValue)/office/\(path)", headers: headers)
        guard let request else { throw NoRequest() }
        return try answer(request, path, account, language)
    }

    /// Sends a form as a browser does, with the session's token and a fresh key unless told otherwise.
    func post(
        _ path: String, as account: Account?, _ fields: [(String, String)],
        files: [(field: String, name: String, bytes: [UInt8])] = [], token: String? = nil,
        key: String? = nil, language: Language = .english, headers: [String: String] = [:],
        sentAs: String? = nil
    ) throws -> Answer {
        var all = fields
        if let account {
            all.append(("token", try token ?? session(account).session.formToken))
        }
        all.append(("key", key ?? String(Secrets.token().prefix(32))))
        let (type, body) =
            files.isEmpty ? Self.urlencoded(all) : Self.multipart(all, files)
        let request = Request(
            method: "POST", target: "/\(language.rawValue)/office/\(path)",
            headers: headers.merging(["content-type": sentAs ?? type, "host": "office.example"]) {
                $1
            },
            body: body)
        guard let request else { throw NoRequest() }
        return try answer(request, path, account, language)
    }

    private static func urlencoded(_ fields: [(String, String)]) -> (String, [UInt8]) {
        let text = fields.map { "\(escaped($0.0))=\(escaped($0.1))" }.joined(separator: "&")
        return ("application/x-www-form-urlencoded", Array(text.utf8))
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private static func multipart(
        _ fields: [(String, String)], _ files: [(field: String, name: String, bytes: [UInt8])]
    ) -> (String, [UInt8]) {
        // Another boundary each time, as browsers draw one.
        let boundary = "----form\(Secrets.token().prefix(16))"
        var body: [UInt8] = []
        for (name, value) in fields {
            body += Array(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
                    .utf8)
        }
        for file in files {
            body += Array(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                    .utf8)
            body += file.bytes + Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--\r\n".utf8)
        return ("multipart/form-data; boundary=\(boundary)", body)
    }
}

struct NoRequest: Error {}

/// What a browser got.
struct Answer {
    /// Nil where there is no such page.
    let response: Response?
    let text: String

    init(_ response: Response?) {
        self.response = response
        text = String(decoding: response?.body ?? [], as: UTF8.self)
    }

    var status: Int { response?.status ?? 404 }
    /// Below `/<language>/office/`.
    var location: String {
        let whole = response?.header("location") ?? ""
        return whole.split(separator: "/").dropFirst(2).joined(separator: "/")
    }
    func says(_ words: String) -> Bool { text.contains(words) }
}

/// A sheet of Tervania's form that adds up, reckoned by hand: 250 received are 150 issued and 100
/// cancelled; 10 and 140 in the boxes are 3 invalid and 147 valid; 80+30+20+10+7 are the 147.
enum Figures {
    static let names = [
        "registered", "received", "issued", "cancelled", "in-mobile-boxes",
        "in-stationary-boxes", "invalid", "valid", "maro", "telin", "savan", "ondar", "against-all",
    ]
    static let right = [230, 250, 150, 100, 10, 140, 3, 147, 80, 30, 20, 10, 7]

    static func fields(_ changes: [String: String] = [:]) -> [(String, String)] {
        zip(names, right).enumerated().map { place, line in
            ("n\(place)", changes[line.0] ?? "\(line.1)")
        }
    }

    static let key = SheetKey("north-001", Tervania.president, .hand)
    static let page = "state/north-001~~president~~hand.html"
    static let copy = "copy/north-001~~president~~hand.html"
}

enum People {
    static let first = EveningSetting.member("north-001", 1)
    static let second = EveningSetting.member("north-001", 2)
    static let elsewhere = EveningSetting.member("south-001", 1)
    static let clerk = EveningSetting.officer("north", 1)
    static let otherClerk = EveningSetting.officer("north", 2)
    static let centre = EveningSetting.officers[0]
    static let otherCentre = EveningSetting.officers[1]
}

/// The first bytes of a JPEG, which is all that is looked at.
let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4]
