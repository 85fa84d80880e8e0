/// The members of an object that people write, read one by one so that no fault hides another.
///
/// From the first fault on, an unknown key among them, everything that is read is `nil`, and ``failure`` is to be
/// thrown once all has been read. The strict reader is told every fault; any other decoder hears of the first.
///
/// ```swift
/// var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
/// let gifts = object.read(Int64.self, .gifts)
/// let days = object.read(Int64.self, .days)
/// guard let gifts, let days else { throw object.failure }
/// ```
package struct StrictObject<Keys: CodingKey & CaseIterable> {
    private let container: KeyedDecodingContainer<Keys>
    private let tellsAll: Bool
    private var faults: CollectedFaults
    /// The known keys that are there.
    package let keys: [Keys]

    /// The object that `decoder` is about to read.
    ///
    /// - Throws: `DecodingError` when there is none.
    package init(_ decoder: any Decoder, keyedBy keys: Keys.Type) throws {
        self.container = try decoder.container(keyedBy: keys)
        let document = decoder as? DocumentDecoder
        self.tellsAll = document != nil
        self.faults = CollectedFaults()
        self.keys = container.allKeys
        // Where all keys are known there is no stranger to look for.
        guard document?.memberCount != self.keys.count else { return }
        for error in try decoder.unknownKeys(besides: Array(keys.allCases)) {
            faults.add(error, at: container.codingPath)
        }
    }

    /// What to throw when anything was `nil`.
    package var failure: any Error { tellsAll ? faults : faults.errors[0] }

    /// Notes that the value at `pointer`, seen from this object, was read and cannot be.
    package mutating func refuse(_ pointer: String, _ problem: DocumentProblem) {
        let path = DocumentPointer.path(of: pointer).map(AnyKey.init(stringValue:))
        faults.add(problem.error(at: container.codingPath + path), at: container.codingPath)
    }

    /// Returns what `read` makes of the members, or `nil` when that, or anything before it, failed.
    package mutating func attempt<Value>(_ read: (KeyedDecodingContainer<Keys>) throws -> Value) -> Value? {
        do {
            let value = try read(container)
            return faults.errors.isEmpty ? value : nil
        } catch {
            faults.add(error, at: container.codingPath)
            return nil
        }
    }

    /// Reads the member called `key`.
    package mutating func read<Value: Decodable>(_ type: Value.Type, _ key: Keys) -> Value? {
        attempt { try $0.decode(type, forKey: key) }
    }

    /// Reads the member called `key`, which may be absent; the outer `nil` is a fault, and `null` is one too.
    package mutating func readIfPresent<Value: Decodable>(_ type: Value.Type, _ key: Keys) -> Value?? {
        attempt { try $0.contains(key) ? $0.decode(type, forKey: key) : nil }
    }

    /// Returns the member called `key` without judging it, or `nil` when it is no `Value`.
    package func peek<Value: Decodable>(_ type: Value.Type, _ key: Keys) -> Value? {
        try? container.decode(type, forKey: key)
    }

    /// Returns the amount called `key` without judging it, or `nil` when it is none.
    package func peekMoney(_ key: Keys) -> Money? { try? container.decodeMoney(forKey: key) }

    /// Reads a whole number that lies in `range`.
    package mutating func read(in range: ClosedRange<Int64>, _ key: Keys) -> Int64? {
        attempt { try $0.decode(Int64.self, in: range, forKey: key) }
    }

    /// Reads a whole number that lies in `range` and may be absent; the outer `nil` is a fault.
    package mutating func readIfPresent(in range: ClosedRange<Int64>, _ key: Keys) -> Int64?? {
        attempt { try $0.contains(key) ? $0.decode(Int64.self, in: range, forKey: key) : nil }
    }

    /// Reads one of the words of a closed list, which a fault calls a `noun`.
    @discardableResult
    package mutating func readWord(of known: [String], _ noun: String, _ key: Keys) -> String? {
        attempt { container in
            let word = try container.decode(String.self, forKey: key)
            guard known.contains(word) else {
                throw KnownWords(known).unknown(noun, word).error(at: container.codingPath + [key])
            }
            return word
        }
    }

    /// Reads a list without an order and without repetition, which is left out when it has no element.
    package mutating func readSet<Element: Decodable & Hashable>(of type: Element.Type, _ key: Keys) -> Set<Element>? {
        attempt { container in
            guard container.contains(key) else { return [] }
            let elements = try container.decode([Element].self, forKey: key)
            let set = Set(elements)
            guard !elements.isEmpty, set.count == elements.count else {
                throw DocumentProblem.impossible(elements.isEmpty ? "the list is empty" : "the list repeats itself")
                    .error(at: container.codingPath + [key])
            }
            return set
        }
    }

    /// Reads an object whose keys are identifiers of the host's and whose values lie in `range`, one or more.
    package mutating func readMap<Subject>(
        by subject: Identifier<Subject>.Type,
        in range: ClosedRange<Int64>,
        _ key: Keys
    ) -> [Identifier<Subject>: Int64]? {
        attempt { container in
            let members = try container.nestedContainer(keyedBy: AnyKey.self, forKey: key)
            var map: [Identifier<Subject>: Int64] = [:]
            var faults = CollectedFaults()
            for member in members.allKeys {
                do {
                    let number = try members.decode(Int64.self, in: range, forKey: member)
                    guard let name = Identifier<Subject>(member.stringValue) else {
                        throw DocumentProblem.unreadable(text: member.stringValue, expected: Identifier<Subject>.form)
                            .error(at: members.codingPath + [member])
                    }
                    map[name] = number
                } catch {
                    faults.add(error, at: members.codingPath + [member])
                }
            }
            guard map.count == members.allKeys.count else { throw faults }
            guard !map.isEmpty else {
                throw DocumentProblem.impossible("nothing is listed").error(at: members.codingPath)
            }
            return map
        }
    }

    /// Reads an amount that people write, such as `"1000.00 GBP"`.
    package mutating func readMoney(_ key: Keys) -> Money? { attempt { try $0.decodeMoney(forKey: key) } }

    /// Reads an amount that people write and that may be absent; the outer `nil` is a fault.
    package mutating func readMoneyIfPresent(_ key: Keys) -> Money?? {
        attempt { try $0.contains(key) ? $0.decodeMoney(forKey: key) : nil }
    }
}

extension KeyedDecodingContainer {
    fileprivate func decode(_ type: Int64.Type, in range: ClosedRange<Int64>, forKey key: Key) throws -> Int64 {
        let number = try decode(type, forKey: key)
        guard range.contains(number) else {
            throw
                DocumentProblem.unreadable(
                    text: "\(number)",
                    expected: "\(range.lowerBound) through \(range.upperBound)"
                )
                .error(at: codingPath + [key])
        }
        return number
    }
}
