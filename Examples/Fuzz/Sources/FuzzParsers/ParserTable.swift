public import Foundation

/// The parsers of one program by name, of which the environment or the input itself chooses one.
///
/// With `PARSER=money` all bytes of every input go to that parser; without it the first byte chooses and the others go
/// to the chosen one.
public struct ParserTable<Input>: Sendable {
    /// What is tried on an input; it traps when a promise is broken.
    public typealias Trial = @Sendable (Input) -> Void

    private let trials: [Trial]
    private let input: @Sendable (Data) -> Input
    private let chosen: Trial?

    /// A table of `trials`, which take what `input` makes of the bytes.
    ///
    /// A name that is none of theirs ends the program with the status 2.
    public init(_ trials: KeyValuePairs<String, Trial>, of input: @escaping @Sendable (Data) -> Input) {
        self.trials = trials.map(\.value)
        self.input = input
        guard let name = ProcessInfo.processInfo.environment["PARSER"] else {
            self.chosen = nil
            return
        }
        guard let chosen = trials.first(where: { $0.key == name })?.value else {
            let known = trials.map(\.key).joined(separator: "\n")
            FileHandle.standardError.write(Data("`\(name)` is no parser of this program; these are:\n\(known)\n".utf8))
            // An ordinary exit is a finding to libFuzzer.
            _exit(2)
        }
        self.chosen = chosen
    }

    /// Tries the bytes that a fuzzer came up with.
    public func run(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
        let bytes = Data(UnsafeBufferPointer(start: start, count: count))
        if let chosen {
            chosen(input(bytes))
        } else if let choice = bytes.first {
            trials[Int(choice) % trials.count](input(Data(bytes.dropFirst())))
        }
        return 0
    }
}

extension ParserTable<String> {
    /// A table of `trials`, which take the bytes as text.
    public init(_ trials: KeyValuePairs<String, Trial>) {
        self.init(trials) { String(decoding: $0, as: UTF8.self) }
    }
}

extension ParserTable<Data> {
    /// A table of `trials`, which take the bytes as they are.
    public init(_ trials: KeyValuePairs<String, Trial>) {
        self.init(trials) { $0 }
    }
}
