import Foundation

/// Looks at the numbers of a JSON text before anybody computes with them.
///
/// No document of an election holds a number of more than twelve digits, and a sum of many smaller
/// ones cannot overflow; a larger one is a mistake or an attack.
struct NumberScan {
    /// Largest count of digits before the decimal point, the exponent added.
    static let mostDigits = 12

    private(set) var isPlausible = true
    private(set) var hasNegative = false

    init(_ data: Data) {
        data.withUnsafeBytes { bytes in scan(bytes.bindMemory(to: UInt8.self)) }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                index = Self.afterString(bytes, index)
            } else if Self.isDigit(byte) || byte == UInt8(ascii: "-") {
                index = number(bytes, index)
            } else {
                index += 1
            }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func afterString(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index + 1
    }

    private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        if bytes[index] == UInt8(ascii: "-") {
            hasNegative = true
            index += 1
        }
        func digits() -> Int {
            let first = index
            while index < bytes.count, Self.isDigit(bytes[index]) { index += 1 }
            return index - first
        }
        var size = digits()
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            _ = digits()
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            let negative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
            if index < bytes.count, negative || bytes[index] == UInt8(ascii: "+") { index += 1 }
            let first = index
            let count = digits()
            let exponent = Int(String(decoding: bytes[first..<first + count], as: UTF8.self))
            if !negative { size += exponent ?? Self.mostDigits }
        }
        if size > Self.mostDigits { isPlausible = false }
        return max(index, start + 1)
    }
}
