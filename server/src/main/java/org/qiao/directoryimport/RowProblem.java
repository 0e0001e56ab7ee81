package org.qiao.directoryimport;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;

/**
 * What is wrong with one row.
 *
 * @param row as the spreadsheet program numbers it, from 1
 * @param column the property, as in {@link Column}, in lower case
 * @param params never a phone number or an e-mail address
 */
record RowProblem(int row, String column, Code code, Map<String, Object> params) {

    RowProblem {
        params = Map.copyOf(params);
    }

    static RowProblem of(int row, Column column, Code code) {
        return new RowProblem(row, column.id(), code, Map.of());
    }

    static RowProblem of(int row, Column column, Code code, String name, Object value) {
        return new RowProblem(row, column.id(), code, Map.of(name, value));
    }

    /** Why a row cannot be taken. */
    enum Code {
        MISSING,
        TOO_LONG,
        BAD_PHONE,
        BAD_EMAIL,
        LOST_DIGITS,
        BAD_DEPARTMENT,
        TOO_DEEP,
        TOO_MANY,
        CONTACT_MISSING,
        DUPLICATE,
        TAKEN,
        AMBIGUOUS,
        NOT_ALLOWED,
        DISABLED,
        ERROR_VALUE;

        /** On the wire like every other code: "directoryimport.bad_phone". */
        @JsonValue
        String code() {
            return "directoryimport." + name().toLowerCase(Locale.ROOT);
        }
    }
}
