import Cryptography
import Elections
import Filing
import Formats
import Foundation
import HTTPServer
import Imaging
import OfficeWeb
import Offices
import Primitives
import ResultsOffice
import Storage
import TervaniaEvening

/// Opens the store, makes the office, and serves it.
struct OfficeServing {
    private let invocation: Invocation
    private let address: String
    private let port: Int
    private let isDemo: Bool

    init(_ invocation: Invocation, address: String, port: Int) throws {
        self.invocation = invocation
        self.address = address
        self.port = port
        isDemo = invocation.flags.contains("--demo")
        if isDemo {
            guard invocation.value("--data") == nil, invocation.value("--database") == nil else {
                throw UsageProblem(
                    summary: "--demo keeps nothing; it takes no --data and no --database.",
                    command: nil)
            }
            guard ["127.0.0.1", "::1"].contains(address) else {
                throw UsageProblem(
                    summary: "--demo has known passwords and listens on this machine only.",
                    command: nil)
            }
        }
    }

    func serve() throws -> ExitStatus {
        let signals = Interruptions()
        let clock = RehearsalClock()
        let store = WatchedStore(
            isDemo ? MemoryStore() : try StorePlace(invocation, or: "dobush-data").open())
        let office = try ResultsOffice(
            store: store, clock: isDemo ? clock.officeClock : OfficeClock())
        let signIn = SignIn(office, needsSecondFactor: !isDemo)
        var accounts: [DemoAccount] = []
        if isDemo { accounts = try demo(office, signIn, clock) }
        let service = OfficeService(
            office, signIn: signIn, watched: store,
            place: ServicePlace(behindProxy: invocation.flags.contains("--behind-proxy")))
        let server = try Server(
            address: address, port: port, threads: Self.threads,
            bodyLimit: { service.bodyLimit($0, $1) }, refused: { service.refused($0) },
            handler: { service.answer($0) })
        try tell(server, accounts)
        if !isDemo { try welcome(office, signIn, server) }
        signals.wait()
        service.close()
        server.stop()
        store.close()
        return .done
    }

    /// A password check holds its thread for a tenth of a second, a durable commit for the disk's
    /// time; readers of kept pages must not wait for either.
    private static var threads: Int { max(8, ProcessInfo.processInfo.activeProcessorCount * 4) }

    // MARK: The first administrator

    private static let firstAdministrator: Account.ID = "administrator"

    /// On a store in which nobody can sign in yet, a link that makes the first administrator.
    private func welcome(_ office: ResultsOffice, _ signIn: SignIn, _ server: Server) throws {
        let known = try office.store.secretNames(prefix: "credential/", at: office.clock.now())
        guard known.isEmpty else { return }
        if office.state.accounts[Self.firstAdministrator] == nil {
            let account = Account(
                id: Self.firstAdministrator, name: "Administrator",
                grants: [Grant(.administrator, .nation)])
            _ = try office.perform(as: "system") { _, _ in .act(.accountSet(account)) }
        }
        let token = try signIn.invite(Self.firstAdministrator)
        Talk.say(
            "Nobody can sign in yet. This link makes the first administrator; it works once, for two days:"
        )
        let page = "en/office/invitation.html?token=\(token)"
        // Behind a proxy nobody can reach the address that this program listens at.
        let isReached = !invocation.flags.contains("--behind-proxy") && server.port > 0
        Talk.say(isReached ? server.url + page : "https://<the name of the service>/\(page)")
    }

    // MARK: The demonstration

    private struct DemoAccount: Encodable {
        let role: String
        let user: String
        let password: String
        let area: String
    }

    private struct Announcement: Encodable {
        let url: String
        let accounts: [DemoAccount]?
    }

    private func demo(
        _ office: ResultsOffice, _ signIn: SignIn, _ clock: RehearsalClock
    ) throws -> [DemoAccount] {
        let evening = TervaniaEvening(on: office) { clock.set($0) }
        try evening.play()
        try evening.takeIn(
            EveningReading(decode: PageFile.decode, show: PaperPictures.shown).read(),
            to: office)
        clock.go()
        let shown =
            [
                EveningSetting.administrator, EveningSetting.observer, EveningSetting.auditor,
            ] + EveningSetting.reviewers + EveningSetting.officers
            + [
                EveningSetting.officer("south", 1), EveningSetting.officer("south", 2),
                EveningSetting.member("south-005", 1), EveningSetting.member("south-005", 2),
            ]
        return try shown.map { account in
            let password = String(Secrets.token().prefix(20))
            try signIn.setPassword(password, of: account.id)
            return DemoAccount(
                role: account.grants[0].role.rawValue, user: account.id.text, password: password,
                area: account.grants[0].area.text)
        }
    }

    private func tell(_ server: Server, _ accounts: [DemoAccount]) throws {
        if invocation.json {
            let told = Announcement(url: server.url, accounts: isDemo ? accounts : nil)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            Talk.out(String(decoding: try encoder.encode(told), as: UTF8.self))
            return
        }
        Talk.out(server.url)
        if isDemo {
            Talk.say("An invented evening in Tervania; nothing is kept. Sign in as:")
            for account in accounts {
                Talk.say("  \(account.role), \(account.area): \(account.user)  \(account.password)")
            }
        }
        Talk.say("Stop with Ctrl-C.")
    }
}
