import Cryptography
import Elections
import Filing
import Foundation
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Storage
import Tabulation

/// Signing in and out, accounts, and setting the election up.
enum AccountOperations {
    static let all: [Operation] = [
        signIn, whoAmI, signOut, invitation, accept, accounts, setAccount, invite, setElection,
        setKeys, setMap,
    ]

    private struct SessionAnswer: Encodable {
        let token: String?
        let account: Account
        let ends: Instant
    }

    private static let accountSchema = Schema.object([
        .init("id", Schema.identifier), .init("name", .text(most: 200)),
        .init(
            "grants",
            .list(
                .object([
                    .init("role", .choice(Role.allCases.map(\.rawValue))),
                    .init("area", .text(most: 140, shape: .area)),
                ]), most: 100)), .init("active", .boolean),
    ])

    private static let sessionSchema = Schema.object([
        .init("token", Schema.digest, required: false), .init("account", accountSchema),
        .init("ends", Schema.moment),
    ])

    private struct SignInInput: Decodable {
        let user: String
        let password: String
        let code: String?
    }

    private static let signIn = Operation(
        method: .post, path: "/api/v1/session", summary: "Signs in; answers a bearer token",
        entry: .open,
        input: .json(
            .object([
                .init("user", .text(most: 200)), .init("password", .text(most: 400)),
                .init("code", .text(most: 20), required: false),
            ])), output: .json(status: 201, sessionSchema), problems: [401, 429]
    ) { call, arguments in
        let input = try arguments.read(SignInInput.self)
        let (token, session) = try call.signIn.signIn(
            input.user, password: input.password, code: input.code ?? "", from: call.sender)
        return try answer(token, session, call)
    }

    private static func answer(
        _ token: String, _ session: Session, _ call: OfficeCall
    ) throws -> Response {
        guard let account = call.office.state.accounts[session.account] else {
            throw SignInProblem.sessionEnded
        }
        var response = JSONAnswer.response(
            SessionAnswer(token: token, account: account, ends: session.ends), status: 201)
        response.headers.append(("Cache-Control", "no-store"))
        return response
    }

    private static let whoAmI = Operation(
        method: .get, path: "/api/v1/session", summary: "Who is signed in, until when",
        output: .json(status: 200, sessionSchema)
    ) { call, _ in
        guard let caller = call.caller else { throw SignInProblem.sessionEnded }
        return JSONAnswer.response(
            SessionAnswer(token: nil, account: caller.account, ends: caller.session.ends))
    }

    private static let signOut = Operation(
        method: .delete, path: "/api/v1/session", summary: "Ends the session", output: .empty
    ) { call, _ in
        _ = try call.writer(formToken: call.request.header("x-form-token"))
        _ = try Deeds.requestKey(call.request)
        if let caller = call.caller { try call.signIn.signOut(caller.token) }
        var response = Response(status: 204, type: "", body: [])
        response.headers = []
        return response
    }

    private struct InvitationAnswer: Encodable {
        let account: String
        /// Base32, as it is typed into an authenticator app; absent where no code is asked for.
        let secret: String?
    }

    private static let invitation = Operation(
        method: .get, path: "/api/v1/invitations/{invitation}",
        summary: "Whose invitation it is, and the secret of the second factor", entry: .open,
        parameters: [
            .init(name: "invitation", schema: Schema.digest, words: "The token of the link")
        ],
        output: .json(
            status: 200,
            .object([
                .init("account", Schema.identifier),
                .init("secret", .text(most: 200), required: false),
            ]))
    ) { call, arguments in
        let invitation = try call.signIn.invitation(arguments.path["invitation"] ?? "")
        let code = call.signIn.needsSecondFactor ? OneTimeCode(secret: invitation.secret) : nil
        return JSONAnswer.response(
            InvitationAnswer(account: invitation.account.text, secret: code?.text))
    }

    private struct AcceptInput: Decodable {
        let password: String
        let code: String?
    }

    private static let accept = Operation(
        method: .post, path: "/api/v1/invitations/{invitation}",
        summary: "Chooses a password by an invitation's token, and signs in", entry: .open,
        parameters: [
            .init(name: "invitation", schema: Schema.digest, words: "The token of the link")
        ],
        input: .json(
            .object([
                .init("password", .text(most: 400)),
                .init("code", .text(most: 20), required: false),
            ])), output: .json(status: 201, sessionSchema), problems: [401, 404, 429]
    ) { call, arguments in
        let input = try arguments.read(AcceptInput.self)
        let (token, session) = try call.signIn.accept(
            arguments.path["invitation"] ?? "", password: input.password, code: input.code ?? "",
            from: call.sender)
        return try answer(token, session, call)
    }

    private static let accounts = Operation(
        method: .get, path: "/api/v1/accounts", summary: "Every account",
        output: .json(
            status: 200, .object([.init("accounts", .list(accountSchema, most: 1_000_000))]))
    ) { call, _ in
        guard try call.person().may(.manageAccounts) else { throw FilingProblem.notAllowed }
        return JSONAnswer.response([
            "accounts": call.state.accounts.values.sorted { $0.id < $1.id }
        ])
    }

    private static let setAccount = Operation(
        method: .post, path: "/api/v1/accounts",
        summary: "Makes an account or changes its name, roles or standing",
        input: .json(accountSchema), output: .json(status: 200, DeedAnswer.schema), problems: [409]
    ) { call, arguments in
        let account = try arguments.read(Account.self)
        return try Deeds.perform(call) { state, _, person in
            try state.setAccount(account, by: person)
        }
    }

    private static let invite = Operation(
        method: .post, path: "/api/v1/accounts/{account}/invitations",
        summary: "A token with which the person chooses a password, once",
        parameters: [
            .init(name: "account", schema: Schema.identifier, words: "An account's id")
        ], output: .json(status: 201, .object([.init("token", Schema.digest)]))
    ) { call, arguments in
        let person = try call.writer(formToken: call.request.header("x-form-token"))
        guard person.may(.manageAccounts) else { throw FilingProblem.notAllowed }
        let id: Account.ID = try arguments.identifier("account")
        guard call.state.accounts[id] != nil else {
            throw CallProblem.noSuchResource("account \(id)")
        }
        let key = try Deeds.requestKey(call.request)
        return JSONAnswer.response(
            ["token": try call.signIn.invite(id, by: person, key: key)], status: 201)
    }

    private static let setElection = Operation(
        method: .put, path: "/api/v1/election",
        summary: "Sets up the election: its definition, and for each contest a form",
        input: .json(
            .object([
                .init("definition", .document("As in definition.json")),
                .init("forms", .document("By contest: a built-in form's name, or a form")),
                .init("deciding", .choice(Series.allCases.map(\.rawValue)), required: false),
                .init("register", .map(Schema.figure, most: 1_000_000), required: false),
                .init("readiness", .list(.document("A requirement"), most: 1000), required: false),
                .init("signaturesNeeded", .integer(least: 2, most: 32), required: false),
                .init("relations", .list(.document("A relation"), most: 1000), required: false),
            ])), output: .json(status: 200, DeedAnswer.schema), problems: [409]
    ) { call, arguments in
        let setting = try arguments.read(ElectionInput.self).setting()
        return try Deeds.perform(call) { state, _, person in
            try state.setElection(setting, by: person)
        }
    }

    private struct KeysInput: Decodable { let keys: [String] }

    private static let setKeys = Operation(
        method: .put, path: "/api/v1/stations/{station}/keys",
        summary: "The keys of a station's commission; earlier ones go out of use",
        parameters: [
            .init(name: "station", schema: Schema.identifier, words: "A station's id")
        ],
        input: .json(.object([.init("keys", .list(.text(most: 500), most: 32))])),
        output: .json(status: 200, DeedAnswer.schema), problems: [409]
    ) { call, arguments in
        let station: PollingStation.ID = try arguments.identifier("station")
        let input = try arguments.read(KeysInput.self)
        return try Deeds.perform(call) { state, _, person in
            try state.setStationKeys(station, input.keys, by: person)
        }
    }

    private static let setMap = Operation(
        method: .put, path: "/api/v1/map",
        summary: "The outlines of the districts as GeoJSON",
        input: .file(["application/geo+json"], most: 8 << 20),
        output: .json(status: 200, DeedAnswer.schema), problems: [409]
    ) { call, arguments in
        guard let sent = arguments.file else { throw CallProblem.wrongType(wanted: "GeoJSON") }
        guard case .object(let root) = try JSONValue.read(sent.bytes),
            root["type"] == .string("FeatureCollection")
        else { throw CallProblem.meaningless("the body is no FeatureCollection") }
        let file = StoredFile(type: "application/geo+json", bytes: sent.bytes)
        return try Deeds.perform(call, files: [file]) { state, _, person in
            try state.setMap(file.digest, by: person)
        }
    }
}

/// What sets an election up, where a form may be named instead of sent.
struct ElectionInput: Decodable {
    private let definition: ElectionDefinition
    private let forms: [Contest.ID: FormInput]
    private let deciding: Series?
    private let register: [PollingStation.ID: Int]?
    private let readiness: [ReadinessRequirement]?
    private let signaturesNeeded: Int?
    private let relations: [FormSet.Relation]?

    private enum FormInput: Decodable {
        case named(String)
        case form(ResultsForm)

        init(from decoder: any Decoder) throws {
            if let name = try? decoder.singleValueContainer().decode(String.self) {
                self = .named(name)
            } else {
                self = .form(try ResultsForm(from: decoder))
            }
        }
    }

    func setting() throws -> ElectionSetting {
        var found: [Contest.ID: ResultsForm] = [:]
        for (contest, form) in forms {
            switch form {
            case .form(let form): found[contest] = form
            case .named(let name):
                guard let form = BuiltInForms.all[name]?.first else {
                    throw CallProblem.meaningless(
                        "\(name.debugDescription) is no built-in form; there are \(BuiltInForms.names.joined(separator: ", "))"
                    )
                }
                found[contest] = form
            }
        }
        return ElectionSetting(
            definition: definition, forms: found, deciding: deciding ?? .hand,
            register: register ?? [:], readiness: readiness ?? [],
            signaturesNeeded: signaturesNeeded ?? 2, relations: relations)
    }
}
