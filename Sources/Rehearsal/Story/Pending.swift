import Publication

extension Performance {
    mutating func watch() throws -> [String] { [] }
    mutating func assess() throws -> [String] { [] }
}
