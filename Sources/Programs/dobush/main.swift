import Foundation
import Imaging

DecodingService.serveIfAsked()

exit(Program.run(StartWords.all))
