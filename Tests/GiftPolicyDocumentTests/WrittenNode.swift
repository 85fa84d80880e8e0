import Foundation
import GiftModel
import GiftPolicyFixtures

/// A JSON text taken apart, so that each of its values can be changed.
indirect enum WrittenNode: Codable, Equatable {
    case truth(Bool)
    case number(Int64)
    case text(String)
    case list([WrittenNode])
    case object([String: WrittenNode])

    init(of value: some Encodable) throws {
        self = try JSONDecoder().decode(Self.self, from: JSONEncoder().encode(value))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? container.decode(Int64.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([WrittenNode].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: WrittenNode].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .truth(let truth): try truth.encode(to: encoder)
        case .number(let number): try number.encode(to: encoder)
        case .text(let text): try text.encode(to: encoder)
        case .list(let list): try list.encode(to: encoder)
        case .object(let object): try object.encode(to: encoder)
        }
    }

    func read<Value: Decodable>(as type: Value.Type) -> Value? {
        (try? JSONEncoder().encode(self)).flatMap { try? JSONDecoder().decode(type, from: $0) }
    }

    /// Every value that holds no others, with the way to it.
    var leaves: [(path: [String], value: WrittenNode)] {
        switch self {
        case .truth, .number, .text: [([], self)]
        case .list(let list):
            list.enumerated().flatMap { index, node in node.leaves.map { (["\(index)"] + $0.path, $0.value) } }
        case .object(let object):
            object.sorted { $0.key < $1.key }
                .flatMap { key, node in node.leaves.map { ([key] + $0.path, $0.value) } }
        }
    }

    /// The same with another value at `path`.
    func replacing(at path: ArraySlice<String>, with value: WrittenNode) -> WrittenNode {
        guard let key = path.first else { return value }
        switch self {
        case .list(var list):
            list[Int(key)!] = list[Int(key)!].replacing(at: path.dropFirst(), with: value)
            return .list(list)
        case .object(var object):
            object[key] = object[key]!.replacing(at: path.dropFirst(), with: value)
            return .object(object)
        default: preconditionFailure("no way leads on from here")
        }
    }

    /// What could stand in place of this leaf, of texts also the other words of each list that has this one.
    func alternatives(among lists: [[String]]) -> [WrittenNode] {
        switch self {
        case .truth(let truth): [.truth(!truth)]
        case .number(let number): [.number(number + 1), .number(number - 1), .number(number + 7)]
        case .text(let text):
            ((Money(text).map { [Money(minorUnits: $0.minorUnits + 1, in: $0.currency).description] } ?? []) + [
                "\(text)x"
            ] + lists.filter { $0.contains(text) }.flatMap(\.self)
                + ["2025-06-07", "03:04:05", "3.21 EUR", "P5M", "7/9", "--03-05", "DE", "en"])
                .filter { $0 != text }
                .map(WrittenNode.text)
        case .list, .object: []
        }
    }
}
