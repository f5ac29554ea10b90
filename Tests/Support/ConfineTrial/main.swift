import Foundation

exit(ConfineTrial.run())
