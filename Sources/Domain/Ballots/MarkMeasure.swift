import Elections
import Primitives

/// What was measured at one target, once, and is kept for every option: numbers, no judgement.
///
/// Another policy can judge these again without the picture. Parts are ten-thousandths of the area
/// of the target's inside, lengths hundredths of a millimetre from its printed centre.
package struct MarkMeasure: Codable, Hashable, Sendable {
    /// Newly dark part of the inside, by the first reader: pixels darker than a bound.
    package var ink: Int
    /// Newly dark part of the inside, by the second reader: darkness beyond the printed target,
    /// summed without any bound. Nil where there was only one reader.
    package var second: Int?
    /// Grey that belongs to no stroke.
    package var smear: Int
    /// Darkness along the printed outline, 0...100.
    package var outline: Int
    /// Darkest of the areas beside the target, 0...100.
    package var beside: Int
    /// Brightness of paper against ink here, in grey levels.
    package var contrast: Int
    /// The box round the ink inside the target: left, top, right, bottom.
    package var extent: [Int]?
    /// How often five lines across the target, from its upper to its lower edge, meet ink.
    package var crossings: [Int]?
    /// Of 48 directions round the target, those in which a voter's line is met outside it.
    package var ring: Int?
    /// A voter's ink just outside the outline, as part of the target's area.
    package var near: Int?
    /// A voter's ink in the write-in area, in hundredths of a square millimetre.
    package var writing: Int?
    /// How far apart the two readers found the target.
    package var apart: Int?
    /// 1 where a streak of the scanner runs through the target.
    package var streak: Int?

    package init(
        ink: Int, second: Int? = nil, smear: Int, outline: Int, beside: Int, contrast: Int,
        extent: [Int]? = nil, crossings: [Int]? = nil, ring: Int? = nil, near: Int? = nil,
        writing: Int? = nil, apart: Int? = nil, streak: Int? = nil
    ) {
        self.ink = ink
        self.second = second
        self.smear = smear
        self.outline = outline
        self.beside = beside
        self.contrast = contrast
        self.extent = extent
        self.crossings = crossings
        self.ring = ring
        self.near = near
        self.writing = writing
        self.apart = apart
        self.streak = streak
    }
}

extension MarkMeasure {
    /// What the ink looks like; nil when there is none. Told coarsely: a careless cross can pass for
    /// a stroke, so where the law prescribes a cross a person sees it.
    package var kind: MarkKind? {
        guard let extent, extent.count == 4, ink > 0 else { return nil }
        if ink >= 5000 { return .filled }
        let width = extent[2] - extent[0]
        let height = extent[3] - extent[1]
        // One and a quarter millimetres: the point of a pen pressed and moved a little.
        if width <= 125, height <= 125 { return .dot }
        // A cross is met twice near the upper and near the lower edge, a line once.
        if let crossings, crossings.count == 5,
            max(crossings[0], crossings[1]) >= 2, max(crossings[3], crossings[4]) >= 2
        {
            return .cross
        }
        return .stroke
    }
}
