import Elections
import Forensics
import Primitives
import Tabulation

/// Chapter 7: reports at whole percentages, beside what chance gives.
package enum CheckIntegerPercentages {
    package static func report(
        _ batch: SheetBatch, leader: String
    ) throws(PlainProblem) -> ForensicReport {
        guard let option = batch.fitted.options.first(where: { $0.text == leader }) else {
            throw PlainProblem(
                code: "forensics.unknown-leader", summary: "The table has no votes for \(leader).",
                remedy: "Columns of votes: "
                    + batch.fitted.options.map(\.text).joined(separator: ", ") + ".")
        }
        guard let report = ForensicReport(batch, leader: option) else {
            throw PlainProblem(
                code: "forensics.no-issued-line",
                summary: "Form \(batch.fitted.form.id) does not say how many papers were issued.",
                remedy: "Give the form a base named issued.")
        }
        return report
    }
}
