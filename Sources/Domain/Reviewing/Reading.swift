import Ballots
import Cryptography
import Elections
import Primitives

/// One reading of one station's papers, as far as people need it: every paper on which somebody must
/// look, what the machine counted, and which files the machine left.
///
/// File `reading.json` of a packed folder, and the body of the act that takes it in. It holds no
/// paper that the machine was sure of, so that a hundred thousand papers weigh no more than their
/// doubtful ones.
package struct Reading: Codable, Hashable, Sendable {
    package static let currentFormat = "dobush-reading-1"

    package var format: String
    package var election: ElectionDefinition.ID
    package var station: PollingStation.ID
    /// Sheets that were read.
    package var papers: Int
    /// Pages that were not, and are in no total.
    package var refusedPages: Int
    /// What the machine counted before anybody looked, contest by contest.
    package var totals: [MachineTotal]
    package var ballots: [BallotShape]
    package var doubtful: [DoubtfulPaper]
    /// What the machine left, byte for byte.
    package var files: [KeptFile]

    package init(
        election: ElectionDefinition.ID, station: PollingStation.ID, papers: Int,
        refusedPages: Int, totals: [MachineTotal], ballots: [BallotShape],
        doubtful: [DoubtfulPaper], files: [KeptFile]
    ) {
        format = Self.currentFormat
        self.election = election
        self.station = station
        self.papers = papers
        self.refusedPages = refusedPages
        self.totals = totals
        self.ballots = ballots
        self.doubtful = doubtful
        self.files = files
    }

    /// The name of the cast vote records among ``files``.
    package static let recordsName = "cast-vote-records.json"

    /// Names the reading: SHA-256 over election, station and what the machine left, so that the same
    /// reading is the same whoever packs it. Pictures made for people do not count.
    package var id: Digest {
        let lines =
            [Self.currentFormat, election.text, station.text]
            + files.map { "\($0.sha256.hex) \($0.name)" }
        return Digest.of(lines.map { $0 + "\n" }.joined())
    }

    package func paper(_ number: Int) -> DoubtfulPaper? {
        doubtful.indices.contains(number - 1) ? doubtful[number - 1] : nil
    }

    /// Every picture that was made for people.
    package var pictures: [Digest] {
        doubtful.flatMap { paper in paper.pages.map(\.picture) + paper.targets.map(\.crop) }
    }
}

/// A file of the machine's, kept in pieces that a store takes, laid end to end.
package struct KeptFile: Codable, Hashable, Sendable {
    package var name: String
    package var sha256: Digest
    package var bytes: Int
    package var pieces: [Digest]

    package init(name: String, sha256: Digest, bytes: Int, pieces: [Digest]) {
        self.name = name
        self.sha256 = sha256
        self.bytes = bytes
        self.pieces = pieces
    }

    /// Bytes of one piece; the last may be shorter.
    package static let piece = 8 << 20
}

/// The contests on one kind of paper and the option of each target, in the order of the records.
package struct BallotShape: Codable, Hashable, Sendable {
    package struct Part: Codable, Hashable, Sendable {
        package var contest: Contest.ID
        /// One for each target; an option with two targets stands twice.
        package var options: [ContestOption.ID]

        package init(contest: Contest.ID, options: [ContestOption.ID]) {
            self.contest = contest
            self.options = options
        }
    }

    package var layout: BallotLayout.ID
    package var parts: [Part]

    package init(layout: BallotLayout.ID, parts: [Part]) {
        self.layout = layout
        self.parts = parts
    }
}

/// A paper on which somebody must look, with the machine's reading of all of it.
package struct DoubtfulPaper: Codable, Hashable, Sendable {
    package var sheet: CastVoteRecord.ID
    /// Which of the reading's ``Reading/ballots`` it is.
    package var ballot: Int
    /// For each part of the ballot, one letter a target: `y` marked, `n` not, `?` a person decides.
    package var marks: [String]
    package var pages: [ShownPage]
    /// At least one, in the order of the paper.
    package var targets: [DoubtfulTarget]

    package init(
        sheet: CastVoteRecord.ID, ballot: Int, marks: [String], pages: [ShownPage],
        targets: [DoubtfulTarget]
    ) {
        self.sheet = sheet
        self.ballot = ballot
        self.marks = marks
        self.pages = pages
        self.targets = targets
    }
}

/// A page as people see it: small and upright.
package struct ShownPage: Codable, Hashable, Sendable {
    package var picture: Digest
    /// Pixels.
    package var width: Int
    package var height: Int

    package init(picture: Digest, width: Int, height: Int) {
        self.picture = picture
        self.width = width
        self.height = height
    }
}

/// One target on which somebody must look.
package struct DoubtfulTarget: Codable, Hashable, Sendable {
    /// Which part of the ballot, and which target of the part.
    package var part: Int
    package var place: Int
    package var doubt: Doubt
    /// What each reader alone would say; the second is nil where there was only one.
    package var first: PositionReading.Indication
    package var second: PositionReading.Indication?
    /// The target and what stands round it, as the scanner saw it.
    package var crop: Digest
    /// Pixels of the crop.
    package var width: Int
    package var height: Int
    /// Round the target on the crop: left, top, width, height in its pixels.
    package var frame: [Int]
    /// Which of the paper's ``DoubtfulPaper/pages``, and where on it: left, top, width, height in
    /// pixels of that picture.
    package var page: Int
    package var box: [Int]

    package init(
        part: Int, place: Int, doubt: Doubt, first: PositionReading.Indication,
        second: PositionReading.Indication?, crop: Digest, width: Int, height: Int, frame: [Int],
        page: Int, box: [Int]
    ) {
        self.part = part
        self.place = place
        self.doubt = doubt
        self.first = first
        self.second = second
        self.crop = crop
        self.width = width
        self.height = height
        self.frame = frame
        self.page = page
        self.box = box
    }
}
