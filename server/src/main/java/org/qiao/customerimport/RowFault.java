package org.qiao.customerimport;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;

/**
 * What is wrong with a row.
 *
 * @param column as {@link SheetColumn}, or the label of an attribute; empty: the row as a whole
 * @param params never a telephone number or an address
 */
record RowFault(String column, Code code, Map<String, Object> params) {

    private static final String PREFIX = "customerimport.";

    RowFault {
        params = Map.copyOf(params);
    }

    static RowFault of(SheetColumn column, Code code) {
        return new RowFault(column.id(), code, Map.of());
    }

    static RowFault of(SheetColumn column, Code code, String name, Object value) {
        return new RowFault(column.id(), code, Map.of(name, value));
    }

    /** Why a row cannot be taken. */
    enum Code {
        MISSING,
        TOO_LONG,
        TOO_MANY,
        ERROR_VALUE,
        BAD_PHONE,
        LOST_DIGITS,
        BAD_EMAIL,
        MEMBER_MISSING,
        NO_SUCH_MEMBER,
        AMBIGUOUS_MEMBER,
        MEMBER_OUTSIDE,
        NO_SUCH_TAG,
        NO_SUCH_STAGE,
        REASON_MISSING,
        BAD_TIME,
        TASK_INCOMPLETE,
        BAD_ATTRIBUTE,
        REPEATED;

        /** On the wire like every other code: "customerimport.bad_phone". */
        @JsonValue
        String code() {
            return PREFIX + name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Code of(String code) {
            return valueOf(code.substring(PREFIX.length()).toUpperCase(Locale.ROOT));
        }
    }
}
