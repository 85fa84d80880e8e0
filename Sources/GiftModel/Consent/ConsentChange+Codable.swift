extension ConsentChange.Kind: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension ConsentChange: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case purpose = "purpose"
        case kind = "change"
        case at = "at"
        case until = "until"
        case notice = "notice"
        case proof = "proof"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let purpose = try container.decode(Purpose.self, forKey: .purpose)
        let at = try container.decode(Timestamp.self, forKey: .at)
        let proof = try container.decodeIfPresent(Identifier<Proof>.self, forKey: .proof)
        let until = try container.decodeIfPresent(Timestamp.self, forKey: .until)
        let notice = try container.decodeIfPresent(Identifier<Notice>.self, forKey: .notice)
        let change: ConsentChange? =
            switch try container.decode(Kind.self, forKey: .kind) {
            case .withdrawn:
                until == nil && notice == nil ? Self(to: purpose, withdrawnAt: at, proof: proof) : nil
            case .given:
                if let notice, let proof {
                    Self(to: purpose, givenAt: at, until: until, notice: notice, proof: proof)
                } else {
                    nil
                }
            }
        guard let change else {
            let problem =
                "consent is given with `notice` and `proof` and, if it ends, `until` after `at`; "
                + "it is withdrawn without `notice` and `until`"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self = change
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(purpose, forKey: .purpose)
        try container.encode(kind, forKey: .kind)
        try container.encode(at, forKey: .at)
        try container.encodeIfPresent(until, forKey: .until)
        try container.encodeIfPresent(notice, forKey: .notice)
        try container.encodeIfPresent(proof, forKey: .proof)
    }
}
