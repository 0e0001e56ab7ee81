package org.qiao.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Forms as JSON: what all fields have and the options of the kind stand side by side. Unknown options are refused, not kept. */
final class FormJson {

    private static final Set<String> COMMON =
            Set.of("key", "label", "help", "required", "default", "visibleIf", "printable");

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .changeDefaultPropertyInclusion(old -> old.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private FormJson() {}

    static FormSchema schema(JsonNode json) {
        if (!SoundValues.isSound(json, SoundValues.FORM_DEPTH_MAX)
                || !(json.get("fields") instanceof ArrayNode list)
                || json.size() != 1) {
            throw FormProblem.UNREADABLE.problem();
        }
        List<Field> fields = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = Objects.requireNonNull(list.get(i));
            try {
                fields.add(MAPPER.treeToValue(node, Field.class));
            } catch (JacksonException bad) {
                errors.add(new FieldError(
                        text(node, "key"), null, null, "unreadable", Map.of("index", i, "option", option(bad))));
            }
        }
        if (!errors.isEmpty()) {
            throw FormProblem.UNREADABLE.of(errors);
        }
        return new FormSchema(fields);
    }

    static ObjectNode json(FormSchema schema) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode fields = json.putArray("fields");
        schema.fields().forEach(field -> fields.add(json(field)));
        return json;
    }

    static Field field(ObjectNode json) {
        ObjectNode options = json.deepCopy();
        options.remove(COMMON);
        options.propertyNames().stream()
                .filter(name -> options.path(name).isNull())
                .toList()
                .forEach(options::remove);
        FieldKind kind = MAPPER.treeToValue(options, FieldKind.class);
        Common common =
                MAPPER.treeToValue(MAPPER.createObjectNode().setAll(json).retain(COMMON), Common.class);
        return new Field(
                Objects.requireNonNullElse(common.key, ""),
                Objects.requireNonNullElse(common.label, ""),
                common.help,
                common.required,
                common.initial == null || common.initial.isNull() ? null : common.initial,
                common.visibleIf,
                common.printable == null || common.printable,
                kind);
    }

    static ObjectNode json(Field field) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("key", field.key());
        ObjectNode kind = MAPPER.valueToTree(field.kind());
        json.set("kind", Objects.requireNonNull(kind.remove("kind")));
        json.put("label", field.label());
        if (field.help() != null) {
            json.put("help", field.help());
        }
        json.put("required", field.required());
        if (field.initial() != null) {
            json.set("default", field.initial().deepCopy());
        }
        if (field.visibleIf() != null) {
            json.set("visibleIf", MAPPER.valueToTree(field.visibleIf()));
        }
        if (!field.printable()) {
            json.put("printable", false);
        }
        return json.setAll(kind);
    }

    /** What every field has, as it may be written. */
    private record Common(
            @Nullable String key,
            @Nullable String label,
            @Nullable String help,
            boolean required,

            @com.fasterxml.jackson.annotation.JsonProperty("default") @Nullable
            JsonNode initial,

            @Nullable Condition visibleIf,
            @Nullable Boolean printable) {}

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value != null && value.isString() ? value.stringValue() : "";
    }

    /** The innermost property that could not be read. */
    private static String option(Throwable bad) {
        String found = "";
        for (Throwable each = bad; each != null; each = each.getCause()) {
            if (each instanceof JacksonException failure) {
                for (JacksonException.Reference step : failure.getPath()) {
                    found = step.getPropertyName() == null ? found : step.getPropertyName();
                }
            }
        }
        return found.isEmpty() ? "kind" : found;
    }
}
