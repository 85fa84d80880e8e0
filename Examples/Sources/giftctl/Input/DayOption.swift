import ArgumentParser
import GiftModel

/// The day as of which a command answers.
struct DayOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("The day as of which everything is seen.", valueName: "yyyy-mm-dd"),
        transform: CalendarDate.argument
    )
    var asOf = CalendarDate(year: 2011, month: 12, day: 10)!
}

extension CalendarDate {
    /// Reads a day that was given to a command.
    static func argument(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(text) else { throw ValidationError("`\(text)` is no day such as 2011-12-10") }
        return date
    }
}
