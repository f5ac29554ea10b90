import FuzzTargets
import Glibc

/// What libFuzzer calls with each input. Built by Scripts/fuzz alone: its entry point is the
/// fuzzer's own, which the package manager does not link.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    chosen.run(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
}

/// Named by the environment, since the command line belongs to the fuzzer.
private let chosen: FuzzTarget = {
    let name = getenv("DOBUSH_FUZZ").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        fatalError("DOBUSH_FUZZ is one of \(FuzzTarget.allCases.map(\.rawValue))")
    }
    return target
}()
