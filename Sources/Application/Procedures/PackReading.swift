import Ballots
import Cryptography
import Elections
import Primitives
import Reviewing

/// Makes of what a machine left what people need to look at its doubtful papers: a ``Reading`` and the
/// pictures that it names. Only pages with a doubtful target are decoded again.
package struct PackReading {
    /// A JPEG and its size in pixels.
    package struct Picture: Sendable {
        package let jpeg: [UInt8]
        package let width: Int
        package let height: Int

        package init(jpeg: [UInt8], width: Int, height: Int) {
            self.jpeg = jpeg
            self.width = width
            self.height = height
        }
    }

    /// One doubtful target cut out.
    package struct Crop: Sendable {
        package let picture: Picture
        /// Round the target on the crop, and of the crop on the small page: left, top, width, height.
        package let frame: [Int]
        package let box: [Int]

        package init(picture: Picture, frame: [Int], box: [Int]) {
            self.picture = picture
            self.frame = frame
            self.box = box
        }
    }

    /// One page with its doubtful targets.
    package struct Shown: Sendable {
        /// SHA-256 of the page's file, or of the page alone in a file of several; lower-case hexadecimal.
        package let sha256: String
        package let page: Picture
        /// One for each item asked for.
        package let crops: [Crop]

        package init(sha256: String, page: Picture, crops: [Crop]) {
            self.sha256 = sha256
            self.page = page
            self.crops = crops
        }
    }

    package let definition: ElectionDefinition
    package let station: PollingStation.ID
    package let records: [CastVoteRecord]
    package let reviews: [ReviewItem]
    package let refusedPages: Int
    package let totals: [MachineTotal]
    package let files: [KeptFile]
    /// Decodes a page and cuts its targets out; items of one page come together.
    package let show: (_ items: [ReviewItem]) throws -> Shown

    package init(
        definition: ElectionDefinition, station: PollingStation.ID, records: [CastVoteRecord],
        reviews: [ReviewItem], refusedPages: Int, totals: [MachineTotal], files: [KeptFile],
        show: @escaping (_ items: [ReviewItem]) throws -> Shown
    ) {
        self.definition = definition
        self.station = station
        self.records = records
        self.reviews = reviews
        self.refusedPages = refusedPages
        self.totals = totals
        self.files = files
        self.show = show
    }

    /// - Parameter keep: called with every picture as soon as it is made.
    package func callAsFunction(keep: ([UInt8]) throws -> Void) throws -> Reading {
        guard definition.station(station) != nil else {
            throw PackingProblem.unknownStation(station)
        }
        let doubted = Dictionary(grouping: reviews, by: \.sheet)
        var ballots: [BallotShape] = []
        var doubtful: [DoubtfulPaper] = []
        for record in records {
            guard let items = doubted[record.id] else { continue }
            let shape = BallotShape(record)
            let ballot = ballots.firstIndex(of: shape) ?? ballots.count
            if ballot == ballots.count { ballots.append(shape) }
            doubtful.append(try paper(record, items, ballot, shape, keep))
        }
        let known = Set(records.map(\.id))
        if let stray = reviews.first(where: { !known.contains($0.sheet) }) {
            throw PackingProblem.strayItem(stray.sheet)
        }
        let reading = Reading(
            election: definition.id, station: station, papers: records.count,
            refusedPages: refusedPages, totals: totals, ballots: ballots, doubtful: doubtful,
            files: files)
        if let flaw = reading.flaw(definition) { throw PackingProblem.unfit(flaw.what) }
        return reading
    }

    private func paper(
        _ record: CastVoteRecord, _ items: [ReviewItem], _ ballot: Int, _ shape: BallotShape,
        _ keep: ([UInt8]) throws -> Void
    ) throws -> DoubtfulPaper {
        var paper = DoubtfulPaper(
            sheet: record.id, ballot: ballot,
            marks: record.current.contests.map { contest in
                String(contest.positions.map { MarkLetter.of($0.indication) })
            }, pages: [], targets: [])
        var rest = items[...]
        while let first = rest.first {
            let own = rest.filter { $0.page == first.page }
            rest = rest.filter { $0.page != first.page }[...]
            let shown = try show(own)
            guard record.images.contains(where: { $0.sha256 == shown.sha256 }) else {
                throw PackingProblem.otherPage(first.page)
            }
            try keep(shown.page.jpeg)
            for (item, crop) in zip(own, shown.crops) {
                try keep(crop.picture.jpeg)
                paper.targets.append(
                    try target(item, crop, shape, page: paper.pages.count))
            }
            paper.pages.append(
                ShownPage(
                    picture: Digest.of(shown.page.jpeg), width: shown.page.width,
                    height: shown.page.height))
        }
        paper.targets.sort { ($0.part, $0.place) < ($1.part, $1.place) }
        return paper
    }

    private func target(
        _ item: ReviewItem, _ crop: Crop, _ shape: BallotShape, page: Int
    ) throws -> DoubtfulTarget {
        guard let doubt = Doubt(rawValue: item.code),
            let part = shape.parts.firstIndex(where: { $0.contest == item.contest })
        else { throw PackingProblem.strayItem(item.sheet) }
        let places = shape.parts[part].options.indices.filter {
            shape.parts[part].options[$0] == item.option
        }
        guard places.indices.contains(item.position - 1) else {
            throw PackingProblem.strayItem(item.sheet)
        }
        return DoubtfulTarget(
            part: part, place: places[item.position - 1], doubt: doubt, first: item.first,
            second: item.second, crop: Digest.of(crop.picture.jpeg), width: crop.picture.width,
            height: crop.picture.height, frame: crop.frame, page: page, box: crop.box)
    }
}

extension BallotShape {
    fileprivate init(_ record: CastVoteRecord) {
        self.init(
            layout: record.layout,
            parts: record.current.contests.map {
                Part(contest: $0.contest, options: $0.positions.map(\.option))
            })
    }
}

extension KeptFile {
    /// A file cut into pieces that a store takes.
    ///
    /// - Returns: how it is named, and the pieces.
    package static func cut(_ name: String, _ bytes: [UInt8]) -> (file: KeptFile, pieces: [[UInt8]])
    {
        let pieces = stride(from: 0, to: bytes.count, by: piece).map {
            Array(bytes[$0..<min($0 + piece, bytes.count)])
        }
        return (
            KeptFile(
                name: name, sha256: Digest.of(bytes), bytes: bytes.count,
                pieces: pieces.map { Digest.of($0) }), pieces
        )
    }
}

/// Why a reading cannot be packed.
package enum PackingProblem: ToldInThreeLanguages, Hashable {
    case unknownStation(PollingStation.ID)
    /// A doubtful target of a paper that is not among the records, or not on it.
    case strayItem(CastVoteRecord.ID)
    /// The page found is not the one that was read.
    case otherPage(String)
    case pageMissing(String)
    case unfit(String)

    package var code: String {
        switch self {
        case .unknownStation: "review.unknown-station"
        case .strayItem: "review.stray-item"
        case .otherPage: "review.other-page"
        case .pageMissing: "review.page-missing"
        case .unfit: "review.unfit"
        }
    }

    package var text: LocalizedText {
        switch self {
        case .unknownStation(let id):
            LocalizedText(
                "Station \(id) is not in this election.", ru: "Участка \(id) нет на этих выборах.",
                ky: "\(id) участогу бул шайлоодо жок.")
        case .strayItem(let sheet):
            LocalizedText(
                "The doubtful target on sheet \(sheet) is not in the records.",
                ru: "Сомнительного места листа \(sheet) нет в записях.",
                ky: "\(sheet) барагынын күмөндүү жери жазууларда жок.")
        case .otherPage(let page):
            LocalizedText(
                "\(page) is not the page that was read; its digest differs.",
                ru: "\(page) — не та страница, что была прочитана; её хеш другой.",
                ky: "\(page) — окулган барак эмес; анын хеши башка.")
        case .pageMissing(let page):
            LocalizedText(
                "The page \(page) is not among the files given.",
                ru: "Страницы \(page) нет среди указанных файлов.",
                ky: "\(page) барагы көрсөтүлгөн файлдардын арасында жок.")
        case .unfit(let what):
            LocalizedText(
                "The reading cannot be packed: \(what).", ru: "Чтение нельзя упаковать: \(what).",
                ky: "Окууну таңгактоого болбойт: \(what).")
        }
    }

    package var advice: LocalizedText {
        switch self {
        case .unknownStation:
            LocalizedText(
                "Name the station by its code in the definition.",
                ru: "Укажите код участка из определения.",
                ky: "Участоктун аныктамадагы кодун көрсөтүңүз.")
        case .strayItem, .unfit:
            LocalizedText(
                "Read the papers again, and pack what that leaves.",
                ru: "Прочитайте бюллетени заново и упакуйте результат.",
                ky: "Бюллетендерди кайра окуп, жыйынтыгын таңгактаңыз.")
        case .otherPage, .pageMissing:
            LocalizedText(
                "Name the folder with the pictures that were read.",
                ru: "Укажите папку с прочитанными изображениями.",
                ky: "Окулган сүрөттөр бар папканы көрсөтүңүз.")
        }
    }
}
