import Primitives

/// Why a page could not be drawn.
package enum PrintingProblem: Problem, Hashable {
    case fontMissing(String)
    case letterMissing(String)
    case textDoesNotFit(String)
    case cannotEncode(String)
    case cannotDraw(String)
    case layoutDiffers(String)

    package var code: String {
        switch self {
        case .fontMissing: "printing.font-missing"
        case .letterMissing: "printing.letter-missing"
        case .textDoesNotFit: "printing.text-does-not-fit"
        case .cannotEncode: "printing.cannot-encode"
        case .cannotDraw: "printing.cannot-draw"
        case .layoutDiffers: "printing.layout-differs"
        }
    }

    package var summary: String {
        switch self {
        case .fontMissing(let name): "The typeface \(name) is not installed."
        case .letterMissing(let text): "The typeface has no form for a letter of: \(text)"
        case .textDoesNotFit(let text): "This text is too long for its place on the paper: \(text)"
        case .cannotEncode(let text): "No code can be made of: \(text)"
        case .cannotDraw(let why): "The page cannot be drawn: \(why)."
        case .layoutDiffers(let layout):
            "Layout \(layout) is not the one that this definition is printed with."
        }
    }

    package var remedy: String {
        switch self {
        case .fontMissing: "Install Debian's package fonts-dejavu-core."
        case .letterMissing: "Use letters of the Latin or Cyrillic script in the definition."
        case .textDoesNotFit:
            "Shorten the text in the definition, or give it more room: a larger paper, one column of options, languages stacked, or type of standard size."
        case .cannotEncode: "Give the election a shorter id."
        case .cannotDraw: "Check the memory and the space left on the disk."
        case .layoutDiffers:
            "Remove the old ballot-layouts.json, or restore the definition that it was made from."
        }
    }
}
