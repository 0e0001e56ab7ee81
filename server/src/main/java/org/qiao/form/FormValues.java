package org.qiao.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A filled form: values by the keys of the fields, never changed. What is not there is empty. */
public final class FormValues {

    public static final FormValues EMPTY = new FormValues(JsonNodeFactory.instance.objectNode());

    private final ObjectNode json;

    private FormValues(ObjectNode json) {
        this.json = json;
    }

    /** From outside; form.bad_values when it is no object, too large, too deep, or holds half characters or NUL. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FormValues of(@Nullable JsonNode values) {
        if (values == null || values.isNull() || values.isMissingNode()) {
            return EMPTY;
        }
        return new FormValues(SoundValues.require(values));
    }

    /** The caller gives the object away. */
    static FormValues owned(ObjectNode json) {
        return new FormValues(json);
    }

    public Optional<JsonNode> find(String key) {
        JsonNode value = json.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    /** The text of a field whose value is one; for numbers the decimal string. */
    public Optional<String> text(String key) {
        return find(key).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    public Set<String> keys() {
        return new TreeSet<>(json.propertyNames());
    }

    public boolean isEmpty() {
        return json.isEmpty();
    }

    /** A copy that the caller may change. */
    @JsonValue
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** For readers in this module, which change nothing. */
    ObjectNode shared() {
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FormValues values && values.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** Never the values: they do not belong in a log. */
    @Override
    public String toString() {
        return "FormValues" + keys();
    }
}
