import Elections
import Primitives

/// A target that a person must look at. File `review.json` holds a list of these.
package struct ReviewItem: Codable, Hashable, Sendable {
    package var sheet: CastVoteRecord.ID
    /// Name of the picture's file; of a file of several pages with the page's place in it, from 1:
    /// `batch.pdf#3`.
    package var page: String
    package var contest: Contest.ID
    package var option: ContestOption.ID
    /// Which of the option's targets on the sheet, from 1.
    package var position: Int
    package var ink: Int
    /// What each reader alone would say; the second is nil where there was only one.
    package var first: PositionReading.Indication
    package var second: PositionReading.Indication?
    /// Permanent code of the doubt.
    package var code: String
    /// The reason in English, and in all languages.
    package var sentence: String
    package var text: LocalizedText
    /// Centre of the target in pixels of the picture, after it was turned upright.
    package var x: Int
    package var y: Int
    /// Clockwise quarter turns that set the picture upright.
    package var quarterTurns: Int
    /// Hundredths of a pixel in a millimetre, to cut a piece of known size out of the picture.
    package var pixelsPerMillimetre: Int

    package init(
        sheet: CastVoteRecord.ID, page: String, contest: Contest.ID,
        option: ContestOption.ID, position: Int, ink: Int, first: PositionReading.Indication,
        second: PositionReading.Indication?, doubt: Doubt, x: Int, y: Int, quarterTurns: Int,
        pixelsPerMillimetre: Int
    ) {
        self.sheet = sheet
        self.page = page
        self.contest = contest
        self.option = option
        self.position = position
        self.ink = ink
        self.first = first
        self.second = second
        code = doubt.rawValue
        sentence = doubt.text.en
        text = doubt.text
        self.x = x
        self.y = y
        self.quarterTurns = quarterTurns
        self.pixelsPerMillimetre = pixelsPerMillimetre
    }
}

/// A page that was not read. File `refusals.json` holds a list of these.
package struct PageRefusal: Codable, Hashable, Sendable {
    package var page: String
    package var sheet: CastVoteRecord.ID?
    package var code: String
    /// What is wrong and what to do, in English.
    package var sentence: String
    package var hint: String
    /// The same in all languages.
    package var text: LocalizedText
    package var advice: LocalizedText

    package init(
        page: String, sheet: CastVoteRecord.ID?, code: String, text: LocalizedText,
        advice: LocalizedText
    ) {
        self.page = page
        self.sheet = sheet
        self.code = code
        sentence = text.en
        hint = advice.en
        self.text = text
        self.advice = advice
    }
}

/// Something to put right at the scanner, of a page that was read. File `notices.json` holds a list
/// of these.
package struct PageNoticeItem: Codable, Hashable, Sendable {
    package var page: String
    package var sheet: CastVoteRecord.ID
    /// Permanent.
    package var code: String
    package var text: LocalizedText

    package init(page: String, sheet: CastVoteRecord.ID, code: String, text: LocalizedText) {
        self.page = page
        self.sheet = sheet
        self.code = code
        self.text = text
    }
}
