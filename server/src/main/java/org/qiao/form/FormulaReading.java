package org.qiao.form;

/** What came of reading a formula. */
sealed interface FormulaReading permits Formula, FormulaReading.Refused {

    /** @param what the part that is wrong, empty when it is the whole */
    record Refused(FieldFault fault, String what) implements FormulaReading {}
}
