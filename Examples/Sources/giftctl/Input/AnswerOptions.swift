import ArgumentParser
import GiftModel

/// How a command answers.
struct AnswerOptions: ParsableArguments {
    @Option(help: "How to print: table, json or csv.")
    var format: OutputFormat = .table

    @Option(
        help: ArgumentHelp("The language of the answer: en or zh.", valueName: "language"),
        transform: { text in
            guard let language = Language(rawValue: text) else {
                throw ValidationError("`\(text)` is no language; known are en and zh")
            }
            return language
        }
    )
    var language = Language.english
}
