import Cryptography
import Primitives
import ResultsOffice
import Storage
import Web

/// The parts of forms: every field has a label, its hint and its fault beside it, and targets that a
/// thumb finds.
struct Fields: Sendable {
    let visit: Visit
    let filled: Filled

    init(_ visit: Visit, _ filled: Filled) {
        self.visit = visit
        self.filled = filled
    }

    /// A form that is sent to the page it stands on.
    func form(
        _ deed: String? = nil, files: Bool = false, css: StaticString = "form", id: String? = nil,
        @HTMLBuilder content: () -> HTML
    ) -> HTML {
        tag(
            "form", Attribute("method", "post"), .css(css), id.map { .id($0) },
            .action(visit.view.address(visit.view.route)),
            files ? Attribute("enctype", "multipart/form-data") : nil
        ) {
            Self.hidden("token", visit.call.caller?.session.formToken ?? "")
            Self.hidden("key", key)
            if let deed { Self.hidden("do", deed) }
            content()
        }
    }

    /// A new one for each form; the same one where nobody can say whether the first try was kept.
    private var key: String {
        let last = filled.problem is StorageProblem ? filled.form?.key?.dropFirst(5) : nil
        return last.map { String($0) } ?? String(Secrets.token().prefix(32))
    }

    static func hidden(_ name: String, _ value: String) -> HTML {
        void(
            "input", Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value)
        )
    }

    // MARK: Fields

    struct Text {
        var name: String
        var label: String
        var hint: String?
        var value = ""
        var kind = "text"
        /// As HTML's autocomplete names it.
        var remembers = "off"
        var most = 200
        var wholeNumber = false
        var required = true
        /// Distinguishes two fields of one name on one page.
        var id: String?
    }

    func text(_ field: Text) -> HTML {
        let id = field.id ?? "f-\(field.name)"
        let fault = filled.fault(field.name)
        return labelled(id, field.label, field.hint, fault) {
            void(
                "input", .id(id), Attribute("type", field.kind), Attribute("name", field.name),
                Attribute("value", field.kind == "password" ? "" : value(field)),
                Attribute("autocomplete", field.remembers), Attribute("maxlength", "\(field.most)"),
                field.wholeNumber ? Attribute("inputmode", "numeric") : nil,
                field.required ? Attribute("aria-required", "true") : nil,
                fault == nil ? nil : Attribute("aria-invalid", "true"),
                described(id, field.hint, fault))
        }
    }

    private func value(_ field: Text) -> String { filled.value(field.name, else: field.value) }

    func area(
        _ name: String, _ label: String, hint: String? = nil, value: String = "", rows: Int = 3,
        id: String? = nil, required: Bool = true
    ) -> HTML {
        let id = id ?? "f-\(name)"
        let fault = filled.fault(name)
        return labelled(id, label, hint, fault) {
            tag(
                "textarea", .id(id), Attribute("name", name), Attribute("rows", "\(rows)"),
                required ? Attribute("aria-required", "true") : nil,
                fault == nil ? nil : Attribute("aria-invalid", "true"), described(id, hint, fault)
            ) { filled.value(name, else: value) }
        }
    }

    func choice(
        _ name: String, _ label: String, _ options: [(value: String, text: String)],
        chosen: String = "", hint: String? = nil, id: String? = nil
    ) -> HTML {
        let id = id ?? "f-\(name)"
        let now = filled.value(name, else: chosen)
        let fault = filled.fault(name)
        return labelled(id, label, hint, fault) {
            tag("select", .id(id), Attribute("name", name), described(id, hint, fault)) {
                for option in options {
                    tag(
                        "option", Attribute("value", option.value),
                        option.value == now ? Attribute("selected", "") : nil
                    ) { option.text }
                }
            }
        }
    }

    /// A few large choices, each a line that can be pressed anywhere.
    func radios(
        _ name: String, _ legend: String, _ options: [(value: String, text: String)],
        chosen: String = "", id: String = ""
    ) -> HTML {
        let now = filled.value(name, else: chosen)
        let fault = filled.fault(name)
        return tag("fieldset", .css("radios")) {
            tag("legend") { legend }
            if let fault { Self.fault("f-\(name)\(id)", fault) }
            for (place, option) in options.enumerated() {
                tag("label") {
                    void(
                        "input", Attribute("type", "radio"), Attribute("name", name),
                        Attribute("value", option.value),
                        place == 0 ? .id("f-\(name)\(id)") : nil,
                        option.value == now ? Attribute("checked", "") : nil)
                    tag("span") { option.text }
                }
            }
        }
    }

    func box(_ name: String, _ label: String, value: String = "yes", checked: Bool = false) -> HTML
    {
        let isOn = filled.form.map { $0.values(name).contains(value) } ?? checked
        return tag("label", .css("tick")) {
            void(
                "input", Attribute("type", "checkbox"), Attribute("name", name),
                Attribute("value", value), isOn ? Attribute("checked", "") : nil)
            tag("span") { label }
        }
    }

    func file(
        _ name: String, _ label: String, hint: String? = nil, accept: String, camera: Bool = false,
        many: Bool = false, id: String? = nil
    ) -> HTML {
        let id = id ?? "f-\(name)"
        let fault = filled.fault(name)
        return labelled(id, label, hint, fault) {
            void(
                "input", .id(id), Attribute("type", "file"), Attribute("name", name),
                Attribute("accept", accept), camera ? Attribute("capture", "environment") : nil,
                many ? Attribute("multiple", "") : nil, described(id, hint, fault))
        }
    }

    /// A photograph from the phone's camera or a file from the machine.
    func picture(_ label: String, hint: String? = nil, id: String = "") -> HTML {
        file(
            "photo", label, hint: hint ?? visit.say(.pictureHint), accept: "image/*", camera: true,
            id: "f-photo\(id)")
            + file(
                "picture", visit.say(.pictureFile), accept: "image/jpeg,image/png",
                id: "f-picture\(id)")
    }

    func button(_ text: String, deed: String? = nil, css: StaticString = "button") -> HTML {
        tag(
            "button", .css(css), Attribute("type", "submit"),
            deed == nil ? nil : Attribute("name", "do"), deed.map { Attribute("value", $0) }
        ) { text }
    }

    // MARK: Around them

    private func labelled(
        _ id: String, _ label: String, _ hint: String?, _ fault: String?,
        @HTMLBuilder content: () -> HTML
    ) -> HTML {
        tag("div", fault == nil ? .css("field") : .css("field faulty")) {
            tag("label", Attribute("for", id)) { label }
            if let hint { tag("p", .css("hint"), .id("\(id)-hint")) { hint } }
            if let fault { Self.fault(id, fault) }
            content()
        }
    }

    static func fault(_ id: String, _ text: String) -> HTML {
        tag("p", .css("fault"), .id("\(id)-fault")) {
            Standing.bad.shape
            tag("span") { text }
        }
    }

    private func described(_ id: String, _ hint: String?, _ fault: String?) -> Attribute? {
        let names = [hint == nil ? nil : "\(id)-hint", fault == nil ? nil : "\(id)-fault"]
            .compactMap { $0 }
        return names.isEmpty ? nil : Attribute("aria-describedby", names.joined(separator: " "))
    }

    /// Above the form: what happened, or what is wrong, with the focus on it.
    func above() -> HTML {
        var result = HTML()
        if filled.done != .none {
            result += tag("div", .css("done"), Attribute("role", "status")) {
                filled.done.standing.badge(visit.say(.done(filled.done)))
            }
        }
        if let problem = filled.problem { result += ProblemPage.box(problem, visit.view) }
        if !filled.faults.isEmpty {
            result += tag(
                "div", .css("errors"), .id("errors"), Attribute("role", "alert"),
                Attribute("tabindex", "-1"), Attribute("autofocus", "")
            ) {
                tag("h2") { visit.say(.putRight) }
                tag("ul") {
                    for fault in filled.faults {
                        tag("li") {
                            if fault.field.isEmpty {
                                fault.text
                            } else {
                                tag("a", .href(Address(fragment: "f-\(fault.field)"))) {
                                    fault.text
                                }
                            }
                        }
                    }
                }
            }
        }
        if let notice = filled.notice {
            result += tag(
                "div", .css("done"), Attribute("role", "status"), Attribute("tabindex", "-1"),
                Attribute("autofocus", "")
            ) { Standing.good.badge(notice) }
        }
        return result
    }
}
