import ArgumentParser

/// The customer whom a command is about.
struct CustomerOption: ParsableArguments {
    @Option(help: ArgumentHelp("Whom it is about.", valueName: "id"))
    var customer: String
}
