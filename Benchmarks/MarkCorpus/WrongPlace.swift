import Ballots
import Elections
import Formats
import Foundation
import Pen
import Printing
import Scanning

/// One position that was read otherwise than it was made, kept so that a person can look at it.
struct WrongPlace: Codable, Sendable {
    enum Kind: String, Codable, Sendable {
        /// A firm mark, read as none.
        case missed
        /// A mark where no pen was.
        case invented
        /// A plain position sent to a person: no error.
        case review
        /// Ink that two clerks may judge differently, or a mark beside the target, read as nothing
        /// without a word: within the review band, and worth knowing.
        case silent

        var isError: Bool { self == .missed || self == .invented }
    }

    let kind: Kind
    let page: Int
    let labels: [String]
    let contest: Contest.ID
    let option: ContestOption.ID
    let style: MarkStyle?
    /// Ink that was put inside, in ten-thousandths.
    let ink: Int
    let said: PositionReading.Indication
    let doubt: Doubt?
    let measure: MarkMeasure
    /// File of the picture in the folder of crops.
    let crop: String
}

/// Cuts places out of pages.
struct CropFolder: Sendable {
    let folder: String

    /// Millimetres to each side of the place.
    static let reach = (across: 13.0, down: 9.0)

    /// - Parameters:
    ///   - picture: set upright.
    ///   - reading: of the target, whose place on the picture is the middle.
    func keep(
        _ picture: GrayImage, around reading: TargetReading, scale: Double, name: String
    ) throws {
        let halfWidth = Int(CropFolder.reach.across * scale)
        let halfHeight = Int(CropFolder.reach.down * scale)
        let left = max(0, min(reading.x - halfWidth, picture.width - 2 * halfWidth))
        let top = max(0, min(reading.y - halfHeight, picture.height - 2 * halfHeight))
        let width = min(2 * halfWidth, picture.width - left)
        let height = min(2 * halfHeight, picture.height - top)
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height)
        for row in top..<top + height {
            let start = row * picture.width + left
            pixels += picture.pixels[start..<start + width]
        }
        let crop = PagePicture(width: width, height: height, pixels: pixels)
        try Files.write(Data(try crop.jpeg(quality: 92)), to: folder + "/" + name)
    }
}
