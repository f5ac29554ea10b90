import Primitives

package enum ServerProblem: Problem, Equatable {
    case cannotListen(address: String, port: Int, why: String)

    package var code: String { "server.cannot-listen" }
    package var summary: String {
        switch self {
        case .cannotListen(let address, _, let why) where address.hasPrefix("unix:"):
            "Cannot listen on \(address): \(why)."
        case .cannotListen(let address, let port, let why):
            "Cannot listen on \(address), port \(port): \(why)."
        }
    }
    package var remedy: String {
        switch self {
        case .cannotListen(let address, _, _) where address.hasPrefix("unix:"):
            "Name a path in a folder that this program may write to, where no server answers."
        case .cannotListen:
            "Name a numeric address of this machine and a free port, or port 0 for any free one."
        }
    }
}
