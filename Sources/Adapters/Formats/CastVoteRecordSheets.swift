/// One sheet in the report, as NIST SP 1500-103 shapes it; to and from our records in the files beside.
extension CVRReport {
    struct Sheet: Codable {
        var type = "CVR.CVR"
        var BallotImage: [ImageData]?
        var BallotStyleId: String?
        var BatchId: String?
        var CVRSnapshot: [Snapshot]
        var CreatingDeviceId: String?
        var CurrentSnapshotId: String
        var ElectionId: String
        var UniqueId: String?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case BallotImage, BallotStyleId, BatchId, CVRSnapshot, CreatingDeviceId
            case CurrentSnapshotId, ElectionId, UniqueId
        }
    }

    struct ImageData: Codable {
        struct ImageDigest: Codable {
            var type = "CVR.Hash"
            var kind = "sha-256"
            var Value: String

            enum CodingKeys: String, CodingKey {
                case type = "@type"
                case kind = "Type"
                case Value
            }
        }

        var type = "CVR.ImageData"
        var Hash: ImageDigest?
        var Location: String?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case Hash, Location
        }
    }

    struct Snapshot: Codable {
        var id: String
        var type = "CVR.CVRSnapshot"
        var Annotation: [AnnotationPart]?
        var CVRContest: [ContestOnSheet]?
        var Status: [String]?
        var kind: String

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case type = "@type"
            case Annotation, CVRContest, Status
            case kind = "Type"
        }
    }

    /// Who decided what a snapshot says.
    struct AnnotationPart: Codable {
        var type = "CVR.Annotation"
        var AdjudicatorName: [String]?
        var Message: [String]?
        var TimeStamp: String?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case AdjudicatorName, Message, TimeStamp
        }
    }

    struct ContestOnSheet: Codable {
        var type = "CVR.CVRContest"
        var CVRContestSelection: [SelectionOnSheet]?
        var ContestId: String
        var Overvotes: Int?
        var Selections: Int?
        var Status: [String]?
        var Undervotes: Int?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case CVRContestSelection, ContestId, Overvotes, Selections, Status, Undervotes
        }
    }

    struct SelectionOnSheet: Codable {
        var type = "CVR.CVRContestSelection"
        var ContestSelectionId: String?
        var OptionPosition: Int?
        var SelectionPosition: [Position]
        var Status: [String]?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case ContestSelectionId, OptionPosition, SelectionPosition, Status
        }
    }

    struct Position: Codable {
        var type = "CVR.SelectionPosition"
        var HasIndication: String
        var IsAllocable: String?
        var MarkMetricValue: [String]?
        var NumberVotes: Int
        var OtherStatus: String?
        var position: Int?
        var Status: [String]?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case HasIndication, IsAllocable, MarkMetricValue, NumberVotes, OtherStatus, Status
            case position = "Position"
        }
    }
}
