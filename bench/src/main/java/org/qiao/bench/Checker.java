package org.qiao.bench;

/**
 * Holds what clients did and saw against what the database has in the end. The invariants, by number: I1 durable, I2 once, I3 dense,
 * I4 order, I5 converge, I6 recalls, I7 unread, I8 read marks, I9 visibility, I13 seq binds id, I14 bounded (docs/decisions/0006).
 */
final class Checker {

    private Checker() {}

    static Violations check(History history, Dump dump) {
        Violations violations = new Violations();
        Facts facts = new Facts(history, dump);
        new WriteChecks(facts, violations).run();
        new SightingChecks(facts, violations).run();
        new ConvergenceChecks(facts, violations).run();
        new ReadChecks(facts, violations).run();
        if (dump.outbox() > 0) {
            violations.add("I5 converge: " + dump.outbox() + " batches were never fanned out");
        }
        for (History.Size size : history.sizes()) {
            if (size.value() > size.most()) {
                violations.add("I14 bounded: " + size.what() + " is " + size.value() + ", at most " + size.most());
            }
        }
        return violations;
    }
}
