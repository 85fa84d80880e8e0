/// Something that is seldom there, kept outside of what holds it, which so stays small.
///
/// Two are equal when what they hold is.
indirect enum Boxed<Value: Hashable & Sendable>: Hashable, Sendable {
    case none
    case some(Value)

    init(_ value: Value?) { self = value.map(Self.some) ?? .none }

    var value: Value? {
        switch self {
        case .none: nil
        case .some(let value): value
        }
    }
}
