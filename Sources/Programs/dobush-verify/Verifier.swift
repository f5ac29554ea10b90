import Formats
import Foundation
import Primitives
import Publication

/// The small independent checker: reads a record and recomputes it.
enum Verifier {
    static let usage = "dobush-verify [--key VKEY] [--json] PATH"

    static func run(_ arguments: [String]) -> Int32 {
        var key: String?
        var path: String?
        var json = false
        var index = 0
        while index < arguments.count {
            switch arguments[index] {
            case "--key" where index + 1 < arguments.count:
                key = arguments[index + 1]
                index += 1
            case "--json": json = true
            case "--help", "-h":
                write(usage + "\n", to: .standardOutput)
                return 0
            case let word where word.hasPrefix("-") || path != nil:
                return refuse("\(word) is not understood.")
            case let word: path = word
            }
            index += 1
        }
        guard let path else { return refuse("A record or a published site is needed.") }
        do {
            return try verify(path, key: key, json: json)
        } catch let problem as any Problem {
            write(
                "problem: \(problem.code)\n\(problem.summary)\nhint: \(problem.remedy)\n",
                to: .standardError)
            if json, let document = try? Documents.encode(["problem": problem.code]) {
                write(String(decoding: document, as: UTF8.self), to: .standardOutput)
            }
            return 2
        } catch {
            write("problem: verify.fault\n\(error)\nhint: please report this\n", to: .standardError)
            return 3
        }
    }

    private static func verify(_ path: String, key: String?, json: Bool) throws -> Int32 {
        let record = try RecordReader.read(path, key: key)
        let results = RecordVerification.run(record)
        if json {
            let data = try Documents.encode(results)
            write(String(decoding: data, as: UTF8.self), to: .standardOutput)
        } else {
            write(report(results, record: record, keyGiven: key != nil), to: .standardOutput)
        }
        return results.allSatisfy(\.holds) ? 0 : 1
    }

    private static func report(
        _ results: [VerificationResult], record: PublishedRecord, keyGiven: Bool
    ) -> String {
        var lines: [String] = []
        lines += record.heading
        lines.append(
            keyGiven
                ? "key given: \(record.log.keyText)"
                : "key from the record itself (pass --key to check who signed): \(record.log.keyText)"
        )
        for result in results {
            let number =
                String(repeating: " ", count: result.number < 10 ? 1 : 0) + "\(result.number)"
            lines.append(
                "\(number)  \(result.holds ? "ok " : "NOT") \(result.title)\(result.holds ? ": \(result.measure)" : "")"
            )
            for fault in result.faults.prefix(20) {
                lines.append("        \(fault.file): \(fault.reason)")
            }
            if result.faults.count > 20 {
                lines.append("        and \(result.faults.count - 20) more")
            }
        }
        let broken = results.filter { !$0.holds }.count
        lines.append(
            broken == 0
                ? "All \(results.count) steps hold."
                : "\(broken) of \(results.count) steps do not hold.")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func refuse(_ why: String) -> Int32 {
        write("problem: verify.usage\n\(why)\nhint: \(usage)\n", to: .standardError)
        return 2
    }

    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
