import Filing
import Primitives
import Reviewing
import Web

/// The decisions on one paper, by a reviewer or by an officer for the commission. Works by pressing and
/// typing alone; with the script a key is enough for each, and the form says which.
struct PaperForm {
    enum Voice { case reviewer, commission }

    let visit: Visit
    let fields: Fields
    let look: PaperLook
    let review: PaperReview
    var voice = Voice.reviewer

    /// Places that are decided here: all by a reviewer, by the commission those that are open.
    private var places: [Int] {
        voice == .reviewer
            ? Array(look.paper.targets.indices) : review.settlement?.open ?? []
    }

    /// Shown only where the script makes it true.
    static func key(_ letter: String) -> HTML {
        tag("kbd", Attribute("aria-hidden", "true")) { letter }
    }

    func html() -> HTML {
        fields.form(css: "review-form", id: "review") {
            tag("div", .css("paper")) {
                tag("div", .css("targets")) {
                    let own = places
                    for (place, target) in look.paper.targets.enumerated() {
                        if own.contains(place) {
                            self.target(place, target, isFirst: place == own.first)
                        } else {
                            look.shown(place, review.settlement, opinions)
                        }
                    }
                    whole
                }
                tag("aside", Attribute("aria-label", visit.say(.wholePaper))) { look.pages() }
            }
        }
    }

    private var opinions: OpinionLook? {
        voice == .commission ? OpinionLook(visit: visit, review: review) : nil
    }

    private func word(_ choice: TargetChoice) -> Phrase {
        voice == .commission && choice == .cannotTell ? .choiceNoVote : PaperLook.word(choice)
    }

    private func target(_ place: Int, _ target: DoubtfulTarget, isFirst: Bool) -> HTML {
        let fault = fields.filled.fault("c\(place)")
        let now = fields.filled.value("c\(place)")
        return tag(
            "fieldset", fault == nil ? .css("target") : .css("target faulty"),
            .id("t\(place)"), Attribute("tabindex", "-1"),
            // The place has the focus and none of the choices, so that none is nearer.
            isFirst && fields.filled.faults.isEmpty ? Attribute("autofocus", "") : nil
        ) {
            look.heading(target, "legend")
            if let fault {
                tag("p", .css("fault")) {
                    Standing.bad.shape
                    tag("span") { fault }
                }
            }
            look.crop(target)
            look.reasons(target)
            opinions?.place(place) ?? HTML()
            tag("div", .css("choices")) {
                for (index, choice) in TargetChoice.allCases.enumerated() {
                    tag("label") {
                        void(
                            "input", Attribute("type", "radio"), Attribute("name", "c\(place)"),
                            Attribute("value", choice.rawValue),
                            index == 0 ? .id("f-c\(place)") : nil,
                            choice.rawValue == now ? Attribute("checked", "") : nil)
                        tag("span") { visit.say(word(choice)) }
                        Self.key("\(index + 1)")
                    }
                }
            }
        }
    }

    private var spoiling: HTML {
        tag("label", .css("tick")) {
            void(
                "input", Attribute("type", "checkbox"), Attribute("name", "spoiled"),
                Attribute("value", "yes"), .id("f-spoiled"),
                fields.filled.value("spoiled") == "yes" ? Attribute("checked", "") : nil)
            tag("span") { visit.say(.paperIsSpoiled) }
            Self.key("s")
        }
            + (voice == .commission
                ? fields.area(
                    "why", visit.say(.groundsOfDecision), hint: visit.say(.groundsHint), rows: 2)
                : fields.text(
                    Fields.Text(
                        name: "why", label: visit.say(.whyOfPaper), most: 300, required: false)))
    }

    private var whole: HTML {
        tag("div", .css("whole-paper")) {
            opinions?.reasons() ?? HTML()
            tag("div", voice == .commission ? .css("deciding") : .css("spoiling")) { spoiling }
            tag("p", .css("small"), .id("chosen"), Attribute("role", "status")) { "" }
            tag("div", .css("buttons")) {
                tag(
                    "button", .css("button"), Attribute("type", "submit"), Attribute("name", "do"),
                    Attribute("value", voice == .commission ? "decide" : "send"), .id("send")
                ) {
                    visit.say(voice == .commission ? .enterDecision : .sendAndNext)
                    Self.key("n")
                }
                tag("button", .css("button second"), Attribute("type", "reset"), .id("undo")) {
                    visit.say(.undoChoice)
                    Self.key("u")
                }
            }
            if voice == .reviewer { away }
        }
    }

    private var away: HTML {
        tag("div", .css("buttons away")) {
            if let lease = review.lease {
                tag("p", .css("small soft")) {
                    visit.say(
                        .yoursUntil,
                        visit.view.speech.clock(
                            lease.until, zoneMinutes: visit.view.frame.zoneMinutes))
                }
            }
            fields.button(visit.say(.keepLonger), deed: "keep", css: "plain")
            fields.button(visit.say(.putPaperBack), deed: "put-back", css: "plain")
        }
    }
}
