import ArgumentParser
import GiftModel
import GiftPolicy

struct PolicyRenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Read a policy in sentences, one for each thing that it says.",
        discussion: """
            Two policies that read alike mean the same. For programs each sentence comes with its place in the document.

            EXAMPLES
              giftctl policy render
              giftctl policy render shop/policy.json --language zh
              giftctl policy render shop/policy.json --format csv
            """
    )

    @OptionGroup var policy: PolicyArgument
    @OptionGroup var folder: DataOption
    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let document = try policy.file(in: folder).policy.document
        guard answer.format == .table else {
            var table = Table(["path", "sentence"])
            for sentence in document.sentences {
                table.append([.text(sentence.place), .text(sentence.text[answer.language])])
            }
            return print(try table.text(as: answer.format), terminator: "")
        }
        var part: Substring?
        for sentence in document.sentences {
            // A line of its own between the parts of the document, such as the caps and the rules.
            let own = sentence.place.split(separator: "/").first ?? ""
            if let part, part != own { print() }
            part = own
            print(sentence.text[answer.language])
        }
    }
}
