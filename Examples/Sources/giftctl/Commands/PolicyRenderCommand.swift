import ArgumentParser
import GiftModel
import GiftPolicy

struct PolicyRenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Read a policy in sentences.",
        discussion: """
            EXAMPLES
              giftctl policy render
              giftctl policy render shop/policy.json --language zh
            """
    )

    @OptionGroup var policy: PolicyArgument
    @OptionGroup var folder: DataOption
    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let file = try policy.file(in: folder)
        _ = try file.policy
    }
}
