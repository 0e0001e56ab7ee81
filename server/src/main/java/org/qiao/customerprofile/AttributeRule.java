package org.qiao.customerprofile;

import java.util.List;
import org.qiao.form.Field;
import org.qiao.form.FieldError;
import org.qiao.form.FieldKind;
import org.qiao.form.FormSchema;

/**
 * Which attributes customers may have: a form with few sorts of fields, so that the module form judges every value. Yes or no is a
 * choice of two.
 */
final class AttributeRule {

    static final int ATTRIBUTES_MAX = 50;

    private AttributeRule() {}

    static FormSchema check(FormSchema wanted) {
        List<FieldError> errors = wanted.fields().isEmpty() ? List.of() : wanted.check();
        boolean sound = errors.isEmpty()
                && wanted.fields().size() <= ATTRIBUTES_MAX
                && wanted.fields().stream().allMatch(AttributeRule::isPlain);
        if (!sound) {
            throw CustomerprofileProblem.BAD_ATTRIBUTES.problem("max", ATTRIBUTES_MAX);
        }
        return wanted;
    }

    /** Nothing is required, for an employee writes down what he knows; nothing depends on something else. */
    private static boolean isPlain(Field field) {
        boolean sort = field.kind() instanceof FieldKind.Text
                || field.kind() instanceof FieldKind.Numeric
                || field.kind() instanceof FieldKind.Date
                || field.kind() instanceof FieldKind.Choice
                || field.kind() instanceof FieldKind.Choices;
        return sort && !field.required() && field.visibleIf() == null && field.initial() == null;
    }
}
