import Ballots

/// Which codes the papers of an election carry, and where: what is looked for on a picture.
package struct SoughtCodes: Hashable, Sendable {
    /// Empty when no paper is known, or found, by a code. Each kind takes time to look for.
    package let kinds: Set<FoundCode.Kind>
    /// Looked at before the rest of the page; parts of the paper's width and height.
    package let places: [BallotLayout.Area]

    package init(kinds: Set<FoundCode.Kind>, places: [BallotLayout.Area] = []) {
        self.kinds = kinds
        self.places = places
    }

    package static let none = SoughtCodes(kinds: [])
}

extension PageReader {
    /// The codes by which some paper of the election is known, or found; each place once.
    package var soughtCodes: SoughtCodes {
        var kinds: Set<FoundCode.Kind> = []
        var places: [BallotLayout.Area] = []
        for layout in layouts {
            for side in layout.sides {
                let finds = side.landmarks != nil && side.code != nil
                guard layout.identity == .code || finds else { continue }
                kinds.insert(side.codeKind ?? .qr)
                guard let code = side.code else { continue }
                let place = BallotLayout.Area(
                    left: code.left / layout.widthMillimetres,
                    top: code.top / layout.heightMillimetres,
                    width: code.width / layout.widthMillimetres,
                    height: code.height / layout.heightMillimetres)
                if !places.contains(place) { places.append(place) }
            }
        }
        return SoughtCodes(kinds: kinds, places: places)
    }
}
