import Cryptography
import Elections
import Offices
import Primitives
import Tabulation

/// A statement whose lines are those of its form.
struct CheckedSheet {
    let fitted: FittedForm
    let figures: [Int]
    let imbalances: [Imbalance]
}

extension OfficeState {
    /// Everything about a statement that does not depend on what came before it.
    func check(_ statement: SheetStatement) throws(FilingProblem) -> CheckedSheet {
        guard let setting else { throw .noElection }
        guard statement.election == setting.definition.id else {
            throw .otherElection(statement.election)
        }
        guard let fitted = forms[statement.contest] else {
            throw .unknownContest(statement.contest)
        }
        guard file(statement.key).versions.count < Self.mostVersions else { throw .tooMany }
        try checkLines(statement.figures.map(\.name), fitted.columns)
        for figure in statement.figures where !(0...Self.largestFigure).contains(figure.value) {
            throw .figureRange(figure.name, figure.value)
        }
        for text in statement.reasons.map(\.text) + [statement.why ?? ""]
        where text.unicodeScalars.count > Self.longestText {
            throw .tooLong
        }
        let figures = statement.figures.map(\.value)
        return CheckedSheet(
            fitted: fitted, figures: figures, imbalances: fitted.imbalances(figures))
    }

    /// Names are compared byte by byte: Unicode calls more texts equal than a form has lines.
    private func checkLines(_ names: [String], _ columns: [String]) throws(FilingProblem) {
        let same =
            names.count == columns.count
            && zip(names, columns).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
        if same { return }
        let here = Set(names.map { Array($0.utf8) })
        let missing = columns.filter { !here.contains(Array($0.utf8)) }
        guard missing.isEmpty else { throw .linesMissing(missing) }
        let wrong = zip(names, columns).filter { $0 != $1 }.map(\.0)
        throw .linesUnknown(Array((wrong + names.dropFirst(columns.count)).prefix(10)))
    }

    /// Nil when the sheet may be filed. A broken hard equation refuses it, and it is kept; a broken
    /// soft one asks for a reason. Relations to the station's other sheets and to its desk count as
    /// equations of the sheet that comes last.
    func judged(
        _ statement: SheetStatement, _ checked: CheckedSheet, note: String?
    ) throws(FilingProblem) -> Decision? {
        let imbalances =
            checked.imbalances + brokenRelations(statement, checked).map(\.imbalance)
        let hard = imbalances.filter { $0.severity == .hard }
        if !hard.isEmpty {
            let problem = FilingProblem.doesNotAddUp(words(hard, checked.fitted), hard)
            let repeated =
                file(statement.key).version(statement.id)?.state == .refused(why: problem.code)
            if repeated { throw problem }
            return .refused(.sheetRefused(statement, why: problem.code, note: note), problem)
        }
        let explained = Set(statement.reasons.map(\.equation))
        let open = imbalances.filter {
            $0.severity == .soft && !explained.contains($0.equation)
        }
        // A signed sheet came as it is; its missing reason is asked for by a question, not by
        // leaving the sheet out.
        guard open.isEmpty || note != nil else {
            throw .reasonMissing(words(open, checked.fitted), open)
        }
        return nil
    }

    /// What is there already: nothing, the same sheet, or one that stands in the way.
    func standing(
        _ statement: SheetStatement, in file: SheetFile, _ checked: CheckedSheet
    ) throws(FilingProblem) -> Decision? {
        if let known = file.version(statement.id), known.state == .filed {
            return .already(SheetRef(statement.key, known.id))
        }
        guard statement.replaces == nil else { return nil }
        if let current = file.current {
            guard current.figures == checked.figures else { throw .alreadyFiled }
            return .already(SheetRef(statement.key, current.id))
        }
        // What officers annulled does not come back by being stated once more.
        if file.annulledLast != nil { throw .annulledBefore }
        return nil
    }

    /// A correction names the sheet that counts now, or the annulled one it takes the place of.
    func checkReplaces(_ statement: SheetStatement, in file: SheetFile) throws(FilingProblem) {
        guard let replaces = statement.replaces else { return }
        _ = try reason(statement.why ?? "")
        guard let last = file.current ?? file.annulledLast, last.isNamed(replaces) else {
            throw .replacesOther
        }
    }

    /// A reason as it is kept: on one line, and not empty.
    func reason(_ why: String) throws(FilingProblem) -> String {
        let line = PlainLine.of(why)
        guard !line.isEmpty else { throw .whyMissing }
        guard line.unicodeScalars.count <= Self.longestText else { throw .tooLong }
        return line
    }

    /// `Papers in the boxes are the papers counted: 152 = 125 does not hold.`
    private func words(_ imbalances: [Imbalance], _ fitted: FittedForm) -> [LocalizedText] {
        imbalances.map { imbalance in
            let equation = fitted.form.equations.first { $0.id == imbalance.equation }
            let relation = setting?.relations?.first { $0.id.text == imbalance.equation.text }
            let text =
                equation?.text ?? relation?.text ?? LocalizedText(imbalance.equation.text)
            let sign = (equation?.relation ?? relation?.relation ?? .equal).rawValue
            let figures = "\(imbalance.left) \(sign) \(imbalance.right)"
            return LocalizedText(
                "\(text.en) (\(figures) does not hold.)",
                ru: "\(text[.russian]) (\(figures) не выполняется.)",
                ky: "\(text[.kyrgyz]) (\(figures) аткарылбайт.)")
        }
    }
}
