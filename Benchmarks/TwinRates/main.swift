import Foundation

try TwinRates.run(Array(CommandLine.arguments.dropFirst()))
