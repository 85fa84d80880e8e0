import ArgumentParser
import Segmentation

/// Which money counts as spend.
struct SpendOption: ParsableArguments {
    @Flag(help: "Take what was paid back off the spend that is shown and scored.")
    var netReturns = false

    var basis: SpendBasis { netReturns ? .net : .sales }
}
