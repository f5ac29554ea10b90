import Tabulation

/// Chapter 5: what did each station sign, and does it add up?
package enum BalanceSheets {
    /// Decides from sheets that are already read; the same for every mouth of the program.
    package static func report(_ batch: SheetBatch) -> BalanceReport { BalanceReport(batch) }
}
