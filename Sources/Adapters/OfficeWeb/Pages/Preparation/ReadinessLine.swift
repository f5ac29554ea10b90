import Cryptography
import Elections
import Filing
import Offices
import Primitives
import Web

/// One thing, or one device, at one station: the commission's word, the observers', and the forms.
struct ReadinessLine {
    let visit: Visit
    let filled: Filled
    let line: StationBoard.Line
    let station: PollingStation

    private func may(_ deed: Deed) -> Bool { visit.account.may(deed, at: station) }

    func html() -> HTML {
        tag("div", .css("box")) {
            if !line.key.serial.isEmpty {
                tag("p") {
                    visit.say(.serialNumber) + " "
                    tag("code") { line.key.serial }
                }
            }
            tag("p") { visit.badge(line.standing) }
            if let item = line.item {
                told(item)
                for remark in item.remarks { self.remark(remark) }
            } else {
                tag("p", .css("soft")) { visit.say(.nothingRecorded) }
            }
            if let record = line.item?.record, isMine(record) { confirmForm(record) }
            if may(.recordReadiness), !(line.requirement.isDevice && line.key.serial.isEmpty) {
                recordForm(newDevice: false)
            }
            if may(.remarkReadiness) { remarkForm() }
        }
    }

    private func isMine(_ record: ReadinessItem.Told<ReadinessRecord>) -> Bool {
        may(.confirmReadiness) && record.value.state == .ready && line.item?.confirmed == nil
            && record.by != visit.account.id
    }

    @HTMLBuilder
    private func told(_ item: ReadinessItem) -> HTML {
        if let record = item.record {
            tag("p") {
                tag("strong") { visit.say(Self.word(record.value.state)) }
                record.value.note.isEmpty ? "" : ". " + record.value.note
            }
            tag("p", .css("small soft")) {
                visit.say(
                    .recordedBy, visit.person(record.by), visit.moment(record.at, at: station))
            }
            evidence(record.value.evidence)
        }
        if let confirmed = item.confirmed {
            tag("p", .css("small soft")) {
                visit.say(
                    .confirmedBy, visit.person(confirmed.by),
                    visit.moment(confirmed.at, at: station))
            }
        }
    }

    @HTMLBuilder
    private func evidence(_ digest: Digest?) -> HTML {
        if let digest {
            tag("p", .css("take")) { visit.link(.file(digest), visit.say(.evidence)) }
        }
    }

    private func remark(_ told: ReadinessItem.Told<ReadinessRemark>) -> HTML {
        tag("blockquote", .css("remark")) {
            tag("p") { visit.badge(agrees: told.value.agrees) }
            tag("p") { told.value.text }
            tag("p", .css("small soft")) {
                visit.say(.remarkedBy, visit.person(told.by), visit.moment(told.at, at: station))
            }
            evidence(told.value.evidence)
        }
    }

    static func word(_ state: ReadinessRecord.State) -> Phrase {
        switch state {
        case .ready: .stateReady
        case .partly: .statePartly
        case .failed: .stateFailed
        }
    }

    // MARK: Forms

    /// The words typed before come back only into the form that was sent.
    private func own(_ deed: String, newDevice: Bool = false) -> Fields {
        let form = filled.form
        let same =
            form?.deed == deed && form?.text("requirement") == line.requirement.id.text
            && (newDevice
                ? form?.text("new") == "yes"
                : form?.text("serial") == line.key.serial && form?.text("new") != "yes")
        return Fields(visit, same ? filled : Filled())
    }

    private func hidden(serial: Bool) -> HTML {
        Fields.hidden("requirement", line.requirement.id.text)
            + (serial ? Fields.hidden("serial", line.key.serial) : HTML())
    }

    private var mark: String { "-\(line.requirement.id)-\(line.key.serial)" }

    private func confirmForm(_ record: ReadinessItem.Told<ReadinessRecord>) -> HTML {
        Fields(visit, Filled()).form("confirm") {
            hidden(serial: true)
            Fields.hidden("seen", record.at.text())
            tag("button", .css("button"), Attribute("type", "submit")) {
                visit.say(.confirmReady)
            }
        }
    }

    func recordForm(newDevice: Bool) -> HTML {
        let fields = own("record", newDevice: newDevice)
        let isOpen = fields.filled.form != nil
        let end = isOpen ? "" : mark + (newDevice ? "-new" : "-record")
        return tag("details", .css("act"), isOpen ? Attribute("open", "") : nil) {
            tag("summary") { visit.say(newDevice ? .recordDevice : .recordIt) }
            fields.form("record", files: true) {
                hidden(serial: !newDevice)
                if newDevice {
                    Fields.hidden("new", "yes")
                    fields.text(
                        Fields.Text(
                            name: "serial", label: visit.say(.serialNumber),
                            hint: visit.say(.serialHint), most: 64, id: "f-serial\(end)"))
                }
                fields.radios(
                    "state", visit.say(.howIsIt),
                    ReadinessRecord.State.allCases.map {
                        ($0.rawValue, visit.say(Self.word($0)))
                    }, id: end)
                fields.area(
                    "note", visit.say(.noteLabel), hint: visit.say(.noteHint), rows: 2,
                    id: "f-note\(end)", required: false)
                evidenceField(fields, end)
                fields.button(visit.say(.recordButton))
            }
        }
    }

    private func remarkForm() -> HTML {
        let fields = own("remark")
        let isOpen = fields.filled.form != nil
        let end = isOpen ? "" : mark + "-remark"
        return tag("details", .css("act"), isOpen ? Attribute("open", "") : nil) {
            tag("summary") { visit.say(.remarkIt) }
            fields.form("remark", files: true) {
                hidden(serial: true)
                fields.radios(
                    "agrees", visit.say(.doYouAgree),
                    [("yes", visit.say(.agrees)), ("no", visit.say(.disagrees))], id: end)
                fields.area("text", visit.say(.whatYouSaw), id: "f-text\(end)")
                evidenceField(fields, end)
                fields.button(visit.say(.remarkButton))
            }
        }
    }

    private func evidenceField(_ fields: Fields, _ end: String) -> HTML {
        let kept = fields.filled.image
        return (kept.map { Fields.hidden("evidence", $0.hex) } ?? HTML())
            + (kept == nil
                ? fields.file(
                    "photo", visit.say(.evidenceLabel), hint: visit.say(.pictureHint),
                    accept: "image/*", id: "f-photo\(end)")
                : tag("p") { Standing.good.badge(visit.say(.pictureKept)) })
    }
}
