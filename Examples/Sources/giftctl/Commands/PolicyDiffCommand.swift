import ArgumentParser
import Foundation
import GiftModel
import GiftPolicy
import Segmentation

struct PolicyDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tell what one version of a policy changes against another.",
        discussion: """
            Rules are the same that have the same id. Conditions in other words that hold for the same customers are \
            no change; where they are for others, somebody is described who comes in, and somebody who drops out.

            EXAMPLES
              giftctl policy diff shop/policy.json shop/draft.json
              giftctl policy diff shop/policy.json shop/draft.json --language zh
              giftctl policy diff shop/policy.json shop/draft.json --format json
            """
    )

    @Argument(help: ArgumentHelp("The version that there was.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The version that there is to be.", valueName: "new"))
    var new: String

    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let old = try PolicyFile(URL(filePath: self.old)).policy
        let new = try PolicyFile(URL(filePath: self.new)).policy
        let changes = PolicyChanges(from: old.document, to: new.document, in: answer.language)
        print(try changes.text(as: answer.format), terminator: "")
    }
}
