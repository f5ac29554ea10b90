extension RecordVerification {
    static let assessmentSteps: [Step] = []
}
