package org.qiao.form;

import java.util.List;

/**
 * What a check found.
 *
 * @param values in their one form, with everything computed; what is wrong is left out
 * @param errors all of them, in the order of the fields
 */
public record FormCheck(FormValues values, List<FieldError> errors) {

    public FormCheck {
        errors = List.copyOf(errors);
    }

    /** The values, or form.invalid with all errors. */
    public FormValues require() {
        if (!errors.isEmpty()) {
            throw FormProblem.INVALID.of(errors);
        }
        return values;
    }
}
