import Foundation

exit(Verifier.run(Array(CommandLine.arguments.dropFirst())))
