import Cryptography
import Elections
import Filing
import Formats
import Foundation
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Storage
import Tabulation
import Web

/// What the office works on: the definition, a form for each contest, the register, the map, keys.
struct ElectionPage: OfficePage {
    var deeds: [Deed] { [.manageElection] }
    func isOpen(to visit: Visit) -> Bool { visit.account.may(.manageElection) }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        let fields = Fields(visit, filled)
        let definition = filled.form.flatMap { Digest(hex: $0.text("definition")) }
        let read = try definition.flatMap { try Self.definition($0, visit) }
        return Page(title: visit.say(.election), chain: nil) {
            tag("h1") { visit.say(.election) }
            fields.above()
            if let read, let definition {
                ElectionSetUp(visit: visit, fields: fields, definition: read, file: definition)
                    .html()
            } else {
                if let setting = visit.state.setting { standing(setting, visit) }
                upload(fields, visit)
                if visit.state.setting != nil {
                    map(fields, visit)
                    keys(fields, visit)
                }
            }
        }
    }

    private func standing(_ setting: ElectionSetting, _ visit: Visit) -> HTML {
        let definition = setting.definition
        return tag("h2") { visit.say(definition.name) }
            + tag("dl", .css("terms")) {
                term(.dayOfElection, visit.view.speech.day(definition.day), visit)
                term(.stationsWord, visit.view.number(definition.stations.count), visit)
                term(.registerWord, visit.view.number(setting.register.count), visit)
                term(.decidingCount, visit.series(setting.deciding), visit)
                term(.signaturesWord, visit.view.number(setting.signaturesNeeded), visit)
                term(.requirementsWord, visit.view.number(setting.readiness.count), visit)
                term(.keysWord, visit.view.number(visit.state.stationKeys.count), visit)
                term(.mapWord, visit.state.map?.hex ?? visit.say(.noMap), visit)
                for contest in definition.contests {
                    term(
                        .formOf, setting.forms[contest.id].map { visit.say($0.title) } ?? "–",
                        visit, visit.say(contest.title))
                }
            }
    }

    private func term(
        _ name: Phrase, _ value: String, _ visit: Visit, _ of: String = ""
    ) -> HTML {
        tag("dt") { visit.say(name, of) } + tag("dd") { value }
    }

    private func upload(_ fields: Fields, _ visit: Visit) -> HTML {
        fields.form("read", files: true, css: "form narrow") {
            tag("h2") { visit.say(visit.state.setting == nil ? .setUpElection : .setUpAnother) }
            tag("p") { visit.say(.setUpHow) }
            fields.file(
                "file", visit.say(.definitionFile), hint: visit.say(.definitionHint),
                accept: ".json,application/json")
            fields.button(visit.say(.readDefinition))
        }
    }

    private func map(_ fields: Fields, _ visit: Visit) -> HTML {
        fields.form("map", files: true, css: "form narrow") {
            tag("h2") { visit.say(.mapWord) }
            fields.file(
                "map", visit.say(.mapFile), hint: visit.say(.mapHint),
                accept: ".geojson,.json,application/geo+json")
            fields.button(visit.say(.setMap), css: "button second")
        }
    }

    private func keys(_ fields: Fields, _ visit: Visit) -> HTML {
        fields.form("keys", css: "form narrow") {
            tag("h2") { visit.say(.keysWord) }
            tag("p") { visit.say(.keysHow) }
            fields.text(
                Fields.Text(name: "station", label: visit.say(.stationCode), most: 128))
            fields.area("keys", visit.say(.keysLabel), hint: visit.say(.keysHint))
            fields.button(visit.say(.setKeys), css: "button second")
        }
    }

    /// A definition that was sent before; nil when there is none of the name.
    static func definition(_ digest: Digest, _ visit: Visit) throws -> ElectionDefinition? {
        guard let file = try visit.call.office.store.file(digest) else { return nil }
        return try Documents.decode(
            ElectionDefinition.self, from: Data(file.bytes), name: "definition.json")
    }

    // MARK: Doing

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        var filled = Filled(form: form)
        do {
            switch form.deed {
            case "read": return try read(visit, form, &filled)
            case "set": return try ElectionSetUp.set(visit, form, &filled)
            case "map": return try setMap(visit, form, &filled)
            case "keys": return try setKeys(visit, form, &filled)
            default: return .again(filled)
            }
        } catch let problem as DocumentProblem {
            filled.blame(form.deed == "read" ? "file" : "", problem.summary)
            return .again(filled)
        } catch {
            filled.problem = error
            return .again(filled)
        }
    }

    private func read(
        _ visit: Visit, _ form: PostedForm, _ filled: inout Filled
    ) throws -> Answered {
        guard let sent = form.files("file").first else {
            filled.blame("file", visit.say(.noFileChosen))
            return .again(filled)
        }
        let definition = try Documents.decode(
            ElectionDefinition.self, from: Data(sent.bytes), name: sent.filename)
        if let flaw = definition.flaws().first { throw FilingProblem.electionFlaw(flaw) }
        let file = StoredFile(type: "application/json", bytes: sent.bytes)
        _ = try visit.call.office.perform(as: visit.account.id, files: [file]) { _, _ in nil }
        let fields = Fields(visit, Filled())
        return .show(
            Page(title: visit.say(.election), chain: nil) {
                tag("h1") { visit.say(.election) }
                ElectionSetUp(
                    visit: visit, fields: fields, definition: definition, file: file.digest
                ).html()
            })
    }

    private func setMap(
        _ visit: Visit, _ form: PostedForm, _ filled: inout Filled
    ) throws -> Answered {
        guard let sent = form.files("map").first else {
            filled.blame("map", visit.say(.noFileChosen))
            return .again(filled)
        }
        guard MapHead.isMap(sent.bytes) else {
            filled.blame("map", visit.say(.notAMap))
            return .again(filled)
        }
        let file = StoredFile(type: "application/geo+json", bytes: sent.bytes)
        let account = visit.account
        return try visit.perform(form, files: [file]) { plan in
            Landing(.election, plan.act == nil ? .already : .mapSet)
        } decide: { state, _ in
            try state.setMap(file.digest, by: account)
        }
    }

    private func setKeys(
        _ visit: Visit, _ form: PostedForm, _ filled: inout Filled
    ) throws -> Answered {
        guard let station = PollingStation.ID(form.text("station")),
            visit.state.stations[station] != nil
        else {
            filled.blame("station", visit.say(.noStationFound))
            return .again(filled)
        }
        let keys = form.text("keys").split(whereSeparator: \.isNewline).map {
            $0.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty }
        let account = visit.account
        return try visit.perform(form) { _ in
            Landing(.election, .keysSet)
        } decide: { state, _ in
            try state.setStationKeys(station, keys, by: account)
        }
    }
}

/// The first look at a map: a GeoJSON collection of features (RFC 7946, section 3.3).
private struct MapHead: Decodable {
    struct Feature: Decodable { let type: String }
    let type: String
    let features: [Feature]

    static func isMap(_ bytes: [UInt8]) -> Bool {
        guard let head = try? JSONDecoder().decode(MapHead.self, from: Data(bytes)) else {
            return false
        }
        return head.type == "FeatureCollection" && !head.features.isEmpty
            && head.features.allSatisfy { $0.type == "Feature" }
    }
}
