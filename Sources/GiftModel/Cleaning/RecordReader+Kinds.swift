extension RecordReader {
    /// Returns the activity that the fields particular to its kind make of the record.
    mutating func activity(_ kind: ActivityKind, _ common: Common) throws(Fault) -> Activity {
        switch kind {
        case .order: .order(try order(common))
        case .return: .return(try goods(common))
        case .cancellation:
            .cancellation(
                Cancellation(
                    id: try identifier(common.id, .id),
                    customer: common.customer,
                    of: try required(record.subject, .subject),
                    cancelledAt: common.at,
                    channel: common.channel
                )
            )
        case .interaction: .interaction(try interaction(common))
        case .cartChange: .cartChange(try cartChange(common))
        case .surveyAnswer: .surveyAnswer(try surveyAnswer(common))
        case .complaintStep:
            .complaintStep(
                ComplaintStep(
                    id: try identifier(common.id, .id),
                    customer: common.customer,
                    of: try required(record.subject, .subject),
                    occurredAt: common.at,
                    to: try word(record.word),
                    channel: common.channel
                )
            )
        case .giftFeedback: .giftFeedback(try giftFeedback(common))
        case .review: .review(try review(common))
        }
    }

    private mutating func order(_ common: Common) throws(Fault) -> Order {
        let id: Order.ID = try identifier(common.id, .id)
        try requireCurrency()
        let lines = try lines()
        let text = text(record.amount, .amount)
        guard let total = try text.map({ text throws(Fault) in try amount(text, .amount) }) ?? sum(of: lines) else {
            throw fault(.missing, .amount, record.amount)
        }
        if text == nil { noteTotal(total) }
        guard
            let order = Order(
                id: id,
                customer: common.customer,
                placedAt: common.at,
                total: total,
                lines: lines,
                channel: common.channel
            )
        else { throw fault(.negativeAmount, .amount, record.amount) }
        if let text, order.linesAddUp == false { noteLines(total, text) }
        return order
    }

    private func sum(of lines: [OrderLine]) -> Money? { lines.isEmpty ? nil : lines.amount(in: rules.currency) }

    private mutating func lines() throws(Fault) -> [OrderLine] {
        guard !record.lines.isEmpty else { return [] }
        var lines: [OrderLine] = []
        lines.reserveCapacity(record.lines.count)
        for line in record.lines {
            let product: Product.ID = try required(line.product, .lines)
            let quantity = try required(line.quantity, .lines)
            let amount = try amount(try required(line.amount, .lines), .lines)
            guard let count = Int64(quantity) else { throw unreadable(quantity, .lines) }
            guard let read = OrderLine(of: product, quantity: count, amount: amount) else {
                throw fault(.outOfRange, .lines, quantity)
            }
            lines.append(read)
        }
        return lines
    }

    private mutating func goods(_ common: Common) throws(Fault) -> Return {
        let id: Return.ID = try identifier(common.id, .id)
        try requireCurrency()
        let text = try required(record.amount, .amount)
        let goods = Return(
            id: id,
            customer: common.customer,
            of: try optional(record.subject, .subject),
            receivedAt: common.at,
            refund: try amount(text, .amount),
            lines: try lines(),
            channel: common.channel
        )
        guard let goods else { throw fault(.negativeAmount, .amount, text) }
        return goods
    }

    private mutating func interaction(_ common: Common) throws(Fault) -> Interaction {
        let seconds = record.number == nil ? nil : try number(record.number)
        let interaction = Interaction(
            InteractionKind(try required(record.word, .word)),
            id: try identifier(common.id, .id),
            customer: common.customer,
            occurredAt: common.at,
            about: try optional(record.subject, .subject),
            durationSeconds: seconds?.number,
            channel: common.channel
        )
        guard let interaction else { throw fault(.outOfRange, .number, seconds?.text) }
        return interaction
    }

    private mutating func cartChange(_ common: Common) throws(Fault) -> CartChange {
        let (quantity, text) = try number(record.number)
        let change = CartChange(
            id: try identifier(common.id, .id),
            customer: common.customer,
            changedAt: common.at,
            of: try required(record.subject, .subject),
            by: quantity,
            channel: common.channel
        )
        guard let change else { throw fault(.outOfRange, .number, text) }
        return change
    }

    private mutating func surveyAnswer(_ common: Common) throws(Fault) -> SurveyAnswer {
        let scale: SurveyScale = try word(record.word)
        let (score, text) = try number(record.number)
        let answer = SurveyAnswer(
            id: try identifier(common.id, .id),
            customer: common.customer,
            answeredAt: common.at,
            on: scale,
            score: score,
            channel: common.channel
        )
        guard let answer else { throw fault(.outOfRange, .number, text) }
        return answer
    }

    private mutating func giftFeedback(_ common: Common) throws(Fault) -> GiftFeedback {
        let (rating, text) = try number(record.number)
        let feedback = GiftFeedback(
            id: try identifier(common.id, .id),
            customer: common.customer,
            givenAt: common.at,
            on: try required(record.subject, .subject),
            rating: rating,
            channel: common.channel
        )
        guard let feedback else { throw fault(.outOfRange, .number, text) }
        return feedback
    }

    private mutating func review(_ common: Common) throws(Fault) -> Review {
        let product: Product.ID? = try optional(record.subject, .subject)
        let text: Verbatim.ID? = try optional(record.word, .word)
        let rating = text != nil && (record.number ?? "").isEmpty ? nil : try number(record.number)
        let review = Review(
            id: try identifier(common.id, .id),
            customer: common.customer,
            givenAt: common.at,
            of: product.map(Review.Subject.product),
            rating: rating?.number,
            verbatim: text.map { Verbatim(id: $0) },
            channel: common.channel
        )
        guard let review else { throw fault(.outOfRange, .number, rating?.text) }
        return review
    }
}
