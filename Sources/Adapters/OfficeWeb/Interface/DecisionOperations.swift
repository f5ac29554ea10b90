import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Reviewing

/// Papers that reviewers left to the commission: what it decides, and the second officer's word.
enum DecisionOperations {
    static let all: [Operation] = [decide, confirm, withdraw]

    private struct DecisionInput: Decodable {
        let choices: [TargetChoice]
        let spoiled: Bool
        let grounds: String
    }

    private static let decide = Operation(
        method: .post, path: "/api/v1/review/papers/{paper}/decision",
        summary: "An officer enters what the commission decides of each open target, and why",
        parameters: [ReviewOperations.paperParameter],
        input: .json(
            .object([
                .init("choices", .list(PaperShape.choice, most: 1000)),
                .init("spoiled", .boolean), .init("grounds", Schema.words),
            ])), output: ReviewOperations.done, problems: [403, 404, 409]
    ) { call, arguments in
        let ref = try ReviewOperations.ref(arguments)
        let input = try arguments.read(DecisionInput.self)
        let decision = PaperDecision(
            paper: ref, choices: input.choices, spoiled: input.spoiled, grounds: input.grounds)
        return try Deeds.perform(call) { state, _, person in
            try state.proposePaperDecision(decision, by: person)
        }
    }

    private struct ConfirmationInput: Decodable { let entered: Int }

    private static let confirm = Operation(
        method: .post, path: "/api/v1/review/papers/{paper}/decision-confirmation",
        summary: "A second officer confirms the decision entered by that act; then it counts",
        parameters: [ReviewOperations.paperParameter],
        input: .json(.object([.init("entered", Schema.count)])),
        output: ReviewOperations.done, problems: [403, 404, 409]
    ) { call, arguments in
        let ref = try ReviewOperations.ref(arguments)
        let entered = try arguments.read(ConfirmationInput.self).entered
        return try Deeds.perform(call) { state, _, person in
            try state.confirmPaperDecision(ref, entered: entered, by: person)
        }
    }

    private static let withdraw = Operation(
        method: .post, path: "/api/v1/review/papers/{paper}/decision-withdrawal",
        summary: "An officer takes a decision back that does not count yet",
        parameters: [ReviewOperations.paperParameter], output: ReviewOperations.done,
        problems: [403, 404, 409]
    ) { call, arguments in
        let ref = try ReviewOperations.ref(arguments)
        return try Deeds.perform(call) { state, _, person in
            try state.withdrawPaperDecision(ref, by: person)
        }
    }
}
