import Foundation
import FuzzTargets
import Testing

@Suite("No input that the fuzzer kept does worse than a refusal")
struct FuzzCorpusTests {
    @Test("each of its files, whole and cut in half", arguments: FuzzTarget.allCases)
    func replay(target: FuzzTarget) throws {
        let folder = FuzzTarget.folder + "/" + target.rawValue
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(!names.isEmpty)
        for name in names {
            let bytes = [UInt8](
                try #require(FileManager.default.contents(atPath: folder + "/" + name)))
            // What was made by hand says by its name what becomes of it; what the fuzzer kept bears
            // the digest of its bytes.
            let accepted = target.run(bytes)
            #expect(
                name.count == 40 || accepted != name.hasPrefix("refused-"),
                "\(target.rawValue)/\(name)")
            target.run(Array(bytes.prefix(bytes.count / 2)))
        }
    }

    @Test("what the fuzzer found just now, when it ran before", arguments: FuzzTarget.allCases)
    func found(target: FuzzTarget) {
        // Scripts/fuzz names the folder, to try it under the address sanitizer.
        let place = ProcessInfo.processInfo.environment["DOBUSH_CORPUS"] ?? FuzzTarget.folder
        let folder = place + "/" + target.rawValue
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let bytes = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
            target.run([UInt8](bytes))
        }
    }
}
