import GiftModel

/// What a simulation sends to customers that is no gift, and what it asks people to do for them.
struct TouchCourse: Hashable, Sendable {
    private var courses: [Customer.ID: Course] = [:]

    /// What one customer received.
    struct Course: Hashable, Sendable {
        fileprivate(set) var touches: [Touch] = []
        fileprivate(set) var tasks: [AssignedTask] = []
    }

    /// What was sent to `customer` and is to be done for them, in the order in which it was decided.
    subscript(customer: Customer.ID) -> Course? { courses[customer] }

    /// Takes in all of `other`.
    mutating func merge(_ other: TouchCourse) {
        courses.merge(other.courses) { own, more in
            Course(touches: own.touches + more.touches, tasks: own.tasks + more.tasks)
        }
    }

    /// Takes in what `decision` calls for: each touch leaves when it may, and each task begins then.
    mutating func begin(_ decision: Decision) {
        let due = decision.due
        guard !due.touches.isEmpty || !due.tasks.isEmpty else { return }
        courses[decision.customer, default: Course()].touches += due.touches.map {
            $0.touch(sentAt: $0.dispatch.instant)
        }
        courses[decision.customer, default: Course()].tasks += due.tasks.map { $0.assigned(at: $0.start.instant) }
    }
}

extension CustomerFacts {
    /// The same facts with what a simulation sent before.
    func adding(_ course: TouchCourse.Course?) -> CustomerFacts {
        guard let course else { return self }
        var facts = self
        facts.touches += course.touches
        facts.tasks += course.tasks
        return facts
    }
}
