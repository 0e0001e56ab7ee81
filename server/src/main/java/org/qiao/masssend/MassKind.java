package org.qiao.masssend;

import java.time.LocalDate;

/** Who speaks to whom. */
enum MassKind {
    /** Written for employees in a range, each of whom confirms it for his customers. */
    COMPANY,
    /** An employee to his own customers. */
    PERSONAL;

    /** The span within which a customer gets only so many: a month of the company, or a day. */
    LocalDate period(LocalDate today) {
        return this == COMPANY ? today.withDayOfMonth(1) : today;
    }
}
