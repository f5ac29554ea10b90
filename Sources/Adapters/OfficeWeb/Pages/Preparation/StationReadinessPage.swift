import Cryptography
import Elections
import Filing
import Offices
import Primitives
import ResultsOffice
import Web

/// One station's preparation: what was recorded by whom and when, with evidence, who confirmed it,
/// and beside the commission's word what observers found.
struct StationReadinessPage: OfficePage {
    let id: PollingStation.ID

    var deeds: [Deed] { [.seeReadiness] }
    func isOpen(to visit: Visit) -> Bool { visit.may(.seeReadiness, at: id) }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        guard let station = visit.state.stations[id] else {
            throw CallProblem.noSuchResource(visit.view.route.path)
        }
        let board = StationBoard(visit, station, visit.readinessByStation()[id])
        let title = "\(visit.say(.readiness)): \(visit.name(station))"
        let requirements = (visit.state.setting?.readiness ?? []).filter { $0.concerns(station) }
        let own = requirements.filter { $0.kind != .ministry }
        let ministry = requirements.filter { $0.kind == .ministry }
        return Page(title: title, chain: nil) {
            tag("p", .css("take")) { visit.link(.readiness, visit.say(.readinessBoard)) }
            tag("h1") { title }
            tag("p", .css("small soft")) {
                visit.say(
                    .hoursOfStation, visit.moment(station.opens, at: station),
                    visit.moment(station.closes, at: station))
            }
            Fields(visit, filled).above()
            for requirement in own { part(requirement, board, station, visit, filled) }
            if !ministry.isEmpty {
                tag("h2") { visit.say(.ministryPart) }
                for requirement in ministry { part(requirement, board, station, visit, filled) }
            }
        }
    }

    private func part(
        _ requirement: ReadinessRequirement, _ board: StationBoard, _ station: PollingStation,
        _ visit: Visit, _ filled: Filled
    ) -> HTML {
        let lines = board.lines.filter { $0.requirement.id == requirement.id }
        return tag("section", .css("sheet-box")) {
            tag("h3", .id("q-\(requirement.id)")) { visit.say(requirement.title) }
            tag("p", .css("small soft")) {
                visit.say(
                    .dueBy, visit.moment(requirement.due(at: station), at: station))
            }
            for line in lines {
                ReadinessLine(visit: visit, filled: filled, line: line, station: station).html()
            }
            if visit.account.may(.recordReadiness, at: station), requirement.isDevice {
                ReadinessLine(visit: visit, filled: filled, line: lines[0], station: station)
                    .recordForm(newDevice: true)
            }
        }
    }

    // MARK: Doing

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        var filled = Filled(form: form)
        guard
            let requirement = visit.state.setting?.readiness.first(where: {
                $0.id.text == form.text("requirement")
            })
        else { return .again(filled) }
        let serial = form.text("serial")
        let key = ReadinessKey(id, requirement.id, serial: serial)
        let evidence =
            PictureTaking(visit).keep(form, &filled) ?? Digest(hex: form.text("evidence"))
        filled.image = evidence
        switch form.deed {
        case "record": return try record(key, requirement, evidence, form, &filled, visit)
        case "confirm": return try confirm(key, form, &filled, visit)
        case "remark": return try remark(key, evidence, form, &filled, visit)
        default: return .again(filled)
        }
    }

    private func record(
        _ key: ReadinessKey, _ requirement: ReadinessRequirement, _ evidence: Digest?,
        _ form: PostedForm, _ filled: inout Filled, _ visit: Visit
    ) throws -> Answered {
        let state = ReadinessRecord.State(rawValue: form.text("state"))
        if state == nil { filled.blame("state", visit.say(.chooseState)) }
        if requirement.isDevice, key.serial.isEmpty {
            filled.blame("serial", visit.say(.serialIsMissing))
        }
        guard let state, filled.faults.isEmpty else { return .again(filled) }
        let record = ReadinessRecord(
            key: key, state: state, note: form.text("note"), evidence: evidence)
        return try perform(.recorded, form, &filled, visit) { office, account in
            try office.recordReadiness(record, by: account)
        }
    }

    private func confirm(
        _ key: ReadinessKey, _ form: PostedForm, _ filled: inout Filled, _ visit: Visit
    ) throws -> Answered {
        let seen = Instant(text: form.text("seen"))
        return try perform(.confirmed, form, &filled, visit) { office, account in
            try office.confirmReadiness(key, seen: seen, by: account)
        }
    }

    private func remark(
        _ key: ReadinessKey, _ evidence: Digest?, _ form: PostedForm, _ filled: inout Filled,
        _ visit: Visit
    ) throws -> Answered {
        let agrees = form.text("agrees")
        if agrees.isEmpty { filled.blame("agrees", visit.say(.chooseAgreement)) }
        if form.text("text").isEmpty { filled.blame("text", visit.say(.sayWhatYouSaw)) }
        guard filled.faults.isEmpty else { return .again(filled) }
        let remark = ReadinessRemark(
            key: key, agrees: agrees == "yes", text: form.text("text"), evidence: evidence)
        return try perform(.remarked, form, &filled, visit) { office, account in
            try office.remarkReadiness(remark, by: account)
        }
    }

    private func perform(
        _ done: Done, _ form: PostedForm, _ filled: inout Filled, _ visit: Visit,
        _ decide: (OfficeState, Account) throws -> Decision
    ) throws -> Answered {
        let account = visit.account
        let id = id
        do {
            return try visit.perform(form) { _ in
                Landing(.stationReadiness(id), done)
            } decide: { state, _ in
                try decide(state, account)
            }
        } catch {
            filled.problem = error
            return .again(filled)
        }
    }
}

extension ReadinessRequirement {
    /// Devices are known by their serial numbers.
    var isDevice: Bool { kind == .identificationEquipment || kind == .countingEquipment }
}
