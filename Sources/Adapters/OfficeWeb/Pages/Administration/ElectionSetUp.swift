import Cryptography
import Elections
import Filing
import Formats
import Foundation
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Tabulation
import Web

/// The second step of setting up: a definition has been read, and its contests want their forms.
struct ElectionSetUp {
    let visit: Visit
    let fields: Fields
    let definition: ElectionDefinition
    let file: Digest

    func html() -> HTML {
        fields.form("set", files: true) {
            Fields.hidden("definition", file.hex)
            tag("h2") { visit.say(definition.name) }
            tag("p") {
                visit.say(
                    .definitionHas, visit.view.speech.day(definition.day),
                    visit.view.number(definition.contests.count),
                    visit.view.number(definition.stations.count))
            }
            for (place, contest) in definition.contests.enumerated() {
                fields.choice(
                    "form\(place)", visit.say(.formOf, visit.say(contest.title)),
                    Self.builtIn.map { ($0.name, visit.say($0.form.title) + " (\($0.name))") }
                        + [("file", visit.say(.formFromFile))])
                fields.file(
                    "formfile\(place)", visit.say(.formFile), accept: ".json,application/json")
            }
            fields.choice(
                "deciding", visit.say(.decidingCount),
                Series.allCases.map { ($0.rawValue, visit.series($0)) }, chosen: "hand")
            fields.text(
                Fields.Text(
                    name: "signatures", label: visit.say(.signaturesWord), value: "2", most: 2,
                    wholeNumber: true))
            fields.area(
                "register", visit.say(.registerLabel), hint: visit.say(.registerHint),
                required: false)
            fields.box("readiness", visit.say(.usualReadiness), checked: true)
            tag("p") { visit.say(.electionCannotChange) }
            fields.button(visit.say(.setElection))
        }
    }

    /// Every edition of every built-in form, by a name of its own.
    static let builtIn: [(name: String, form: ResultsForm)] = BuiltInForms.names.flatMap { name in
        (BuiltInForms.all[name] ?? []).map { ($0.id.text, $0) }
    }

    // MARK: Doing

    static func set(
        _ visit: Visit, _ form: PostedForm, _ filled: inout Filled
    ) throws -> Answered {
        guard let digest = Digest(hex: form.text("definition")),
            let definition = try ElectionPage.definition(digest, visit)
        else {
            filled.blame("file", visit.say(.noFileChosen))
            return .again(filled)
        }
        var forms: [Contest.ID: ResultsForm] = [:]
        for (place, contest) in definition.contests.enumerated() {
            forms[contest.id] = try chosen(place, form, &filled, visit)
        }
        let signatures = Int(form.text("signatures")) ?? 0
        if !(2...32).contains(signatures) {
            filled.blame("signatures", visit.say(.signaturesRange))
        }
        let register = register(form.text("register"), definition, &filled, visit)
        guard filled.faults.isEmpty else { return .again(filled) }
        let setting = ElectionSetting(
            definition: definition, forms: forms,
            deciding: Series(rawValue: form.text("deciding")) ?? .hand, register: register,
            readiness: form.value("readiness") == "yes" ? UsualReadiness.requirements : [],
            signaturesNeeded: signatures)
        let account = visit.account
        return try visit.perform(form) { _ in
            Landing(.election, .electionSet)
        } decide: { state, _ in
            try state.setElection(setting, by: account)
        }
    }

    private static func chosen(
        _ place: Int, _ form: PostedForm, _ filled: inout Filled, _ visit: Visit
    ) throws -> ResultsForm? {
        let name = form.text("form\(place)")
        if name != "file" {
            let known = builtIn.first { $0.name == name }?.form
            if known == nil { filled.blame("form\(place)", visit.say(.chooseForm)) }
            return known
        }
        guard let sent = form.files("formfile\(place)").first else {
            filled.blame("formfile\(place)", visit.say(.noFileChosen))
            return nil
        }
        return try Documents.decode(
            ResultsForm.self, from: Data(sent.bytes), name: sent.filename)
    }

    /// `north-001 230`, one station a line; comma, semicolon and tab part as well as a blank.
    private static func register(
        _ text: String, _ definition: ElectionDefinition, _ filled: inout Filled, _ visit: Visit
    ) -> [PollingStation.ID: Int] {
        let known = Set(definition.stations.map(\.id))
        var result: [PollingStation.ID: Int] = [:]
        for (number, line) in text.split(separator: "\n").enumerated() {
            let parts = line.split { ",; \t\r".contains($0) }
            if parts.isEmpty { continue }
            guard parts.count == 2, let id = PollingStation.ID(String(parts[0])),
                known.contains(id), let names = SheetDraft.number(String(parts[1])),
                result.updateValue(names, forKey: id) == nil
            else {
                filled.blame(
                    "register",
                    visit.say(.registerLine, visit.view.number(number + 1), String(line.prefix(60)))
                )
                return result
            }
        }
        return result
    }
}

/// What any station needs before it opens: a list to begin with, which a commission's own replaces.
package enum UsualReadiness {
    package static let requirements: [ReadinessRequirement] = [
        requirement("identification", .identificationEquipment, .needIdentification, 24),
        requirement("counting", .countingEquipment, .needCounting, 24),
        requirement("keys", .keys, .needKeys, 12),
        requirement("staff", .staff, .needStaff, 24),
        requirement("materials", .materials, .needMaterials, 24),
        requirement("power", .power, .needPower, 12),
        requirement("connection", .connection, .needConnection, 12),
        requirement("premises", .ministry, .needPremises, 72),
        requirement("bag", .ministry, .needBag, 72),
    ]

    private static func requirement(
        _ id: ReadinessRequirement.ID, _ kind: ReadinessRequirement.Kind, _ title: Phrase,
        _ hours: Int
    ) -> ReadinessRequirement {
        ReadinessRequirement(
            id: id, kind: kind, title: LocalizedText(title),
            place: kind == .ministry ? .abroad : .everywhere, dueMinutesBefore: hours * 60)
    }
}
