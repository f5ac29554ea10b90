import Elections
import Primitives

/// Something in the layouts that makes papers of them unreadable.
package struct LayoutFlaw: ToldInThreeLanguages, Hashable {
    package let code: String
    package let text: LocalizedText

    package var advice: LocalizedText {
        LocalizedText(
            "Correct ballot-layouts.json, or make it again from its source.",
            ru: "Исправьте ballot-layouts.json или создайте его заново из источника.",
            ky: "ballot-layouts.json файлын оңдоңуз же аны булагынан кайра түзүңүз.")
    }
}

extension ElectionDefinition {
    /// Every flaw of the layouts under this definition; empty when papers can be read by them.
    package func flaws(of layouts: [BallotLayout]) -> [LayoutFlaw] {
        var found: [LayoutFlaw] = []
        if layouts.isEmpty {
            found.append(
                flaw(
                    "no-layouts",
                    LocalizedText(
                        "There is no layout of a paper.", ru: "Нет ни одного макета бюллетеня.",
                        ky: "Бюллетендин бир да макети жок.")))
        }
        var seen: Set<BallotLayout.ID> = []
        for layout in layouts {
            if !seen.insert(layout.id).inserted {
                found.append(
                    flaw(
                        "layout-twice",
                        LocalizedText(
                            "The layout \(layout.id) is defined twice.",
                            ru: "Макет \(layout.id) описан дважды.",
                            ky: "\(layout.id) макети эки жолу сыпатталган.")))
            }
            found += flaws(of: layout)
        }
        return found
    }

    private func flaws(of layout: BallotLayout) -> [LayoutFlaw] {
        var found: [LayoutFlaw] = []
        let sizes = [
            layout.widthMillimetres, layout.heightMillimetres, layout.markWidth, layout.markHeight,
            layout.targetWidth, layout.targetHeight,
        ]
        // From half a millimetre to two metres; the inside of a target must not vanish.
        if !sizes.allSatisfy({ $0.isFinite && (0.5...2000).contains($0) })
            || layout.interiorArea < 0.5
        {
            found.append(
                flaw(
                    "layout-sizes",
                    LocalizedText(
                        "The layout \(layout.id) has impossible sizes.",
                        ru: "В макете \(layout.id) невозможные размеры.",
                        ky: "\(layout.id) макетинде мүмкүн эмес өлчөмдөр бар.")))
        }
        if layout.sides.isEmpty || Set(layout.sides.map(\.face)).count != layout.sides.count {
            found.append(
                flaw(
                    "layout-sides",
                    LocalizedText(
                        "The layout \(layout.id) has no side, or one twice.",
                        ru: "В макете \(layout.id) нет сторон или одна названа дважды.",
                        ky: "\(layout.id) макетинде тарап жок же бирөө эки жолу аталган.")))
        }
        for code in layout.sides.compactMap(\.code) {
            let sides = [code.left, code.top, code.width, code.height]
            if !sides.allSatisfy({ (0...2000).contains($0) }) {
                found.append(
                    flaw(
                        "layout-code",
                        LocalizedText(
                            "The code of layout \(layout.id) lies off the page.",
                            ru: "Код макета \(layout.id) лежит вне страницы.",
                            ky: "\(layout.id) макетинин коду беттен сыртта.")))
            }
        }
        for side in layout.sides {
            if let landmarks = side.landmarks {
                found += flaws(of: landmarks, on: side, of: layout)
                continue
            }
            guard (8...400).contains(side.columns), (8...400).contains(side.rows),
                !side.targets.isEmpty, side.targets.count <= 2000
            else {
                found.append(
                    flaw(
                        "layout-grid",
                        LocalizedText(
                            "The \(side.face.rawValue) of layout \(layout.id) has \(side.columns) by \(side.rows) timing marks and \(side.targets.count) targets.",
                            ru:
                                "В макете \(layout.id) (\(side.face.rawValue)) \(side.columns) на \(side.rows) меток по краю и \(side.targets.count) мест для отметок.",
                            ky:
                                "\(layout.id) макетинде (\(side.face.rawValue)) четинде \(side.columns)ге \(side.rows) белги жана \(side.targets.count) белги орду бар."
                        )))
                continue
            }
            for target in side.targets {
                let inside =
                    (0...Double(side.columns - 1)).contains(target.column)
                    && (0...Double(side.rows - 1)).contains(target.row)
                let known = contest(target.contest)?.options.contains { $0.id == target.option }
                if !inside || known != true {
                    found.append(
                        astray(target, layout))
                }
            }
        }
        return found
    }

    /// Papers whose places are in millimetres.
    private func flaws(
        of landmarks: [Landmark], on side: BallotLayout.Side, of layout: BallotLayout
    ) -> [LayoutFlaw] {
        var found: [LayoutFlaw] = []
        // Three fix an affine map, or the corners of a code do; one more shows that it is right.
        let least = side.code == nil ? 4 : 0
        let sizes = landmarks.flatMap { [$0.width, $0.height] }
        let places = landmarks.flatMap { [$0.x, $0.y] }
        if !(least...5000).contains(landmarks.count) || side.targets.isEmpty
            || side.targets.count > 2000 || !sizes.allSatisfy({ (0.3...400).contains($0) })
            || !places.allSatisfy({ (-50...2000).contains($0) })
        {
            found.append(
                flaw(
                    "layout-landmarks",
                    LocalizedText(
                        "The \(side.face.rawValue) of layout \(layout.id) has \(landmarks.count) landmarks and \(side.targets.count) targets, or sizes that cannot be.",
                        ru:
                            "В макете \(layout.id) (\(side.face.rawValue)) \(landmarks.count) ориентиров и \(side.targets.count) мест для отметок, или невозможные размеры.",
                        ky:
                            "\(layout.id) макетинде (\(side.face.rawValue)) \(landmarks.count) багыт белги жана \(side.targets.count) белги орду бар, же өлчөмдөр мүмкүн эмес."
                    )))
        }
        for target in side.targets {
            let inside =
                (0...layout.widthMillimetres).contains(target.column)
                && (0...layout.heightMillimetres).contains(target.row)
            let known = contest(target.contest)?.options.contains { $0.id == target.option }
            if !inside || known != true {
                found.append(
                    astray(target, layout))
            }
        }
        return found
    }

    private func astray(_ target: BallotLayout.Target, _ layout: BallotLayout) -> LayoutFlaw {
        flaw(
            "layout-target",
            LocalizedText(
                "Layout \(layout.id) has a target for \(target.contest)/\(target.option), which is not defined or lies off the page.",
                ru:
                    "В макете \(layout.id) есть место для отметки \(target.contest)/\(target.option), которое не описано или лежит вне страницы.",
                ky:
                    "\(layout.id) макетинде \(target.contest)/\(target.option) үчүн белги орду бар, ал сыпатталган эмес же беттен сыртта."
            ))
    }

    private func flaw(_ name: String, _ text: LocalizedText) -> LayoutFlaw {
        LayoutFlaw(code: "ballots.\(name)", text: text)
    }
}
