package org.qiao.form;

import java.util.Locale;

/** Everything that can be wrong with a field or its value; on the wire in lower case, the client has a text for each. */
public enum FieldFault {
    // of a form
    BAD_KEY,
    DUPLICATE_KEY,
    BAD_LABEL,
    BAD_HELP,
    BAD_OPTION,
    TOO_FEW_OPTIONS,
    BAD_OPTIONS,
    BAD_DEFAULT,
    BAD_CONDITION,
    UNKNOWN_FIELD,
    CIRCLE,
    BAD_COLUMN,
    BAD_TOTAL,
    BAD_FORMULA,
    TOO_MANY_FIELDS,
    NO_FIELDS,
    // of values
    REQUIRED,
    BAD_TYPE,
    BAD_TEXT,
    TOO_LONG,
    NOT_A_NUMBER,
    TOO_SMALL,
    TOO_LARGE,
    TOO_MANY_DECIMALS,
    UNKNOWN_OPTION,
    NOT_A_DATE,
    BAD_RANGE,
    NOT_A_PHONE,
    NOT_AN_ID_NUMBER,
    UNKNOWN_MEMBER,
    UNKNOWN_DEPARTMENT,
    UNKNOWN_FILE,
    NOT_A_PICTURE,
    UNKNOWN_APPROVAL,
    TOO_MANY,
    TOO_MANY_ROWS,
    TOO_MANY_VALUES,
    ROWS_FIXED,
    BAD_PLACE,
    TOO_FAR,
    NOT_ALLOWED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
