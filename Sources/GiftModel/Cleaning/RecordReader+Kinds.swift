extension RecordReader {
    /// Returns the activity that the fields of its kind make of the record.
    mutating func activity(_ kind: ActivityKind) throws(Fault) -> Activity {
        switch kind {
        case .order: .order(try order())
        case .return: .return(try goods())
        case .cancellation: .cancellation(try cancellation())
        case .interaction: .interaction(try interaction())
        case .cartChange: .cartChange(try cartChange())
        case .surveyAnswer: .surveyAnswer(try surveyAnswer())
        case .complaintStep: .complaintStep(try complaintStep())
        case .giftFeedback: .giftFeedback(try giftFeedback())
        case .review: .review(try review())
        }
    }

    private mutating func order() throws(Fault) -> Order {
        let common: Common<Order> = try common()
        let (total, lines) = try payment()
        let order = Order(
            id: common.id,
            customer: common.customer,
            placedAt: common.at,
            total: total,
            lines: lines,
            channel: common.channel
        )
        guard let order else { throw fault(.negativeAmount, .amount, record.amount) }
        return order
    }

    private mutating func goods() throws(Fault) -> Return {
        let common: Common<Return> = try common()
        let (refund, lines) = try payment()
        let goods = Return(
            id: common.id,
            customer: common.customer,
            of: try optional(record.subject, .subject),
            receivedAt: common.at,
            refund: refund,
            lines: lines,
            channel: common.channel
        )
        guard let goods else { throw fault(.negativeAmount, .amount, record.amount) }
        return goods
    }

    /// Returns what was paid or paid back, and for what; a missing amount is what the lines come to.
    private mutating func payment() throws(Fault) -> (amount: Money, lines: [OrderLine]) {
        try requireCurrency()
        let lines = try lines()
        let sum = lines.isEmpty ? nil : lines.amount(in: rules.currency)
        guard let text = text(record.amount, .amount) else {
            guard let sum else { throw fault(.missing, .amount, record.amount) }
            noteTotal(sum)
            return (sum, lines)
        }
        let amount = try amount(text, .amount)
        if !lines.isEmpty, sum != amount { noteLines(amount, text) }
        return (amount, lines)
    }

    private mutating func lines() throws(Fault) -> [OrderLine] {
        guard !record.lines.isEmpty else { return [] }
        var lines: [OrderLine] = []
        lines.reserveCapacity(record.lines.count)
        for line in record.lines {
            let product: Product.ID = try required(line.product, .lines)
            let quantity = try required(line.quantity, .lines)
            let amount = try amount(try required(line.amount, .lines), .lines)
            guard let read = OrderLine(of: product, quantity: try number(quantity, .lines), amount: amount) else {
                throw fault(.outOfRange, .lines, quantity)
            }
            lines.append(read)
        }
        return lines
    }

    private mutating func cancellation() throws(Fault) -> Cancellation {
        let common: Common<Cancellation> = try common()
        return Cancellation(
            id: common.id,
            customer: common.customer,
            of: try required(record.subject, .subject),
            cancelledAt: common.at,
            channel: common.channel
        )
    }

    private mutating func interaction() throws(Fault) -> Interaction {
        let common: Common<Interaction> = try common()
        let seconds = try optionalNumber()
        let interaction = Interaction(
            InteractionKind(try required(record.word, .word)),
            id: common.id,
            customer: common.customer,
            occurredAt: common.at,
            about: try optional(record.subject, .subject),
            durationSeconds: seconds?.number,
            channel: common.channel
        )
        guard let interaction else { throw fault(.outOfRange, .number, seconds?.text) }
        return interaction
    }

    private mutating func cartChange() throws(Fault) -> CartChange {
        let common: Common<CartChange> = try common()
        let (quantity, text) = try number()
        let change = CartChange(
            id: common.id,
            customer: common.customer,
            changedAt: common.at,
            of: try required(record.subject, .subject),
            by: quantity,
            channel: common.channel
        )
        guard let change else { throw fault(.outOfRange, .number, text) }
        return change
    }

    private mutating func surveyAnswer() throws(Fault) -> SurveyAnswer {
        let common: Common<SurveyAnswer> = try common()
        let scale: SurveyScale = try word(try required(record.word, .word), .word)
        let (score, text) = try number()
        let answer = SurveyAnswer(
            id: common.id,
            customer: common.customer,
            answeredAt: common.at,
            on: scale,
            score: score,
            channel: common.channel
        )
        guard let answer else { throw fault(.outOfRange, .number, text) }
        return answer
    }

    private mutating func complaintStep() throws(Fault) -> ComplaintStep {
        let common: Common<ComplaintStep> = try common()
        let complaint: Complaint.ID = try required(record.subject, .subject)
        let state: ComplaintState = try word(try required(record.word, .word), .word)
        let grade: ComplaintGrade? =
            if let text = text(record.detail, .detail) { try word(text, .detail) } else { nil }
        return ComplaintStep(
            id: common.id,
            customer: common.customer,
            of: complaint,
            occurredAt: common.at,
            to: state,
            grade: grade,
            channel: common.channel
        )
    }

    private mutating func giftFeedback() throws(Fault) -> GiftFeedback {
        let common: Common<GiftFeedback> = try common()
        let (rating, text) = try number()
        let feedback = GiftFeedback(
            id: common.id,
            customer: common.customer,
            givenAt: common.at,
            on: try required(record.subject, .subject),
            rating: rating,
            channel: common.channel
        )
        guard let feedback else { throw fault(.outOfRange, .number, text) }
        return feedback
    }

    private mutating func review() throws(Fault) -> Review {
        let common: Common<Review> = try common()
        let subject = try reviewed()
        let text: Verbatim.ID? = try optional(record.word, .word)
        let rating = try optionalNumber()
        if text == nil, rating == nil { throw fault(.missing, .number, record.number) }
        let review = Review(
            id: common.id,
            customer: common.customer,
            givenAt: common.at,
            of: subject,
            rating: rating?.number,
            verbatim: text.map { Verbatim(id: $0) },
            channel: common.channel
        )
        guard let review else { throw fault(.outOfRange, .number, rating?.text) }
        return review
    }

    /// Returns what the review is of; a record that says of what sort it is has to name it too.
    private mutating func reviewed() throws(Fault) -> Review.Subject? {
        switch text(record.detail, .detail) {
        case nil: try optional(record.subject, .subject).map(Review.Subject.product)
        case "product": .product(try required(record.subject, .subject))
        case "order": .order(try required(record.subject, .subject))
        case let other?: throw unreadable(other, .detail)
        }
    }
}
