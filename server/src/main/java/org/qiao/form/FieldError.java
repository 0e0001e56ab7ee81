package org.qiao.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a field, or with what was filled in. The client has a text for each code.
 *
 * @param field key of the field; empty: the form as a whole
 * @param row of a table, from 0; null when it is not about one row
 * @param column key of the table's column
 * @param params fill the text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        String field, @Nullable Integer row, @Nullable String column, String code, Map<String, Object> params) {

    public FieldError {
        params = Map.copyOf(params);
    }

    static FieldError of(String field, FieldFault fault) {
        return new FieldError(field, null, null, fault.code(), Map.of());
    }

    static FieldError of(String field, FieldFault fault, String name, Object value) {
        return new FieldError(field, null, null, fault.code(), Map.of(name, value));
    }

    /** The same error of a column's cell. */
    FieldError in(String table, @Nullable Integer place) {
        return new FieldError(table, place, field, code, params);
    }
}
