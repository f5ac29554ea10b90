import Primitives

/// What a law does with equal votes, as data: means tried one after the other until one decides.
///
/// Nothing is drawn inside the program. A lot is drawn outside and enters as the order it gave, or
/// as a seed from which a stranger computes the same order.
package struct TieRule: Codable, Hashable, Sendable {
    package enum Means: String, Codable, Sendable, CaseIterable {
        /// The votes of earlier rounds, the latest first; who was ahead there is preferred.
        case earlierRounds = "earlier-rounds"
        /// The list with more votes is preferred; for seats, where quotients can be equal and
        /// votes are not.
        case moreVotes = "more-votes"
        /// Who stands higher on the ballot is preferred.
        case ballotOrder = "ballot-order"
        /// A recorded order, best first: a lot drawn in public, or seniority.
        case order
        /// An order computed from a published seed; whoever applies the rule fills in `order`.
        case seed
        /// The generator of `java.util.Random` from a seed, one draw a tie, among the tied in the
        /// order of their ids.
        case javaRandom = "java-random"
        /// The ids in order, shuffled once from a seed as `java.util.Collections` does.
        case javaShuffle = "java-shuffle"
        /// A new vote is held between the tied.
        case newVote = "new-vote"
        /// Nobody takes the place.
        case nobody
    }

    package struct Step: Codable, Hashable, Sendable {
        package var by: Means
        /// Every option once, best first. Needed for `order` and, once drawn, for `seed`.
        package var order: [ContestOption.ID]?
        /// As published; for the means of Java a whole number of 64 bits.
        package var seed: String?

        package init(_ by: Means, order: [ContestOption.ID]? = nil, seed: String? = nil) {
            self.by = by
            self.order = order
            self.seed = seed
        }
    }

    package var steps: [Step]
    /// The rule in words, with the article it comes from.
    package var text: LocalizedText?

    package init(_ steps: [Step], text: LocalizedText? = nil) {
        self.steps = steps
        self.text = text
    }

    /// The same rule with the orders that its seeds give.
    ///
    /// - Parameter draw: the order for a seed, from the options in the order of their ids.
    /// - Throws: a flaw when an order is stated beside a seed and is not the one that it gives.
    package func drawn(
        from options: [ContestOption.ID],
        by draw: (String, [ContestOption.ID]) -> [ContestOption.ID]
    ) throws(RuleFlaw) -> TieRule {
        var rule = self
        for place in rule.steps.indices where rule.steps[place].by == .seed {
            guard let seed = rule.steps[place].seed, !seed.isEmpty else { continue }
            let order = draw(seed, options.sorted())
            if let stated = rule.steps[place].order, stated != order {
                throw RuleFlaw(
                    "tie-seed-order",
                    "The order stated for the seed \(seed) is not the one that it gives.",
                    "Leave the order out; it is computed from the seed.")
            }
            rule.steps[place].order = order
        }
        return rule
    }

    /// Every flaw that makes the rule inapplicable to these options.
    package func flaws(options: [ContestOption.ID]) -> [RuleFlaw] {
        var found: [RuleFlaw] = []
        if steps.count > 16 {
            found.append(RuleFlaw("tie-steps", "The tie rule has \(steps.count) steps.", "16 do."))
        }
        for step in steps {
            switch step.by {
            case .order, .seed:
                if step.by == .seed, (step.seed ?? "").isEmpty {
                    found.append(
                        RuleFlaw(
                            "tie-seed", "The tie rule draws by a seed and names none.",
                            "Give the published seed as a text."))
                }
                let order = step.order ?? []
                if order.count != options.count || Set(order) != Set(options) {
                    found.append(noOrder)
                }
            case .javaRandom, .javaShuffle:
                if Int64(step.seed ?? "") == nil {
                    found.append(
                        RuleFlaw(
                            "tie-seed",
                            "The seed \(step.seed ?? "(none)") is not a whole number of 64 bits.",
                            "Write the seed as a text of digits."))
                }
            case .earlierRounds, .moreVotes, .ballotOrder, .newVote, .nobody: break
            }
        }
        return found
    }

    private var noOrder: RuleFlaw {
        RuleFlaw(
            "tie-order", "The recorded order of the tie rule does not name every option once.",
            "List all options, the preferred first, as the lot or the register gave them.")
    }
}

/// Something in a rule that makes it impossible to apply.
package struct RuleFlaw: Problem, Hashable {
    package let code: String
    package let summary: String
    package let remedy: String

    package init(_ name: String, _ summary: String, _ remedy: String) {
        code = "rules.\(name)"
        self.summary = summary
        self.remedy = remedy
    }
}
