package org.qiao.approvaltemplate;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.approvaltemplate.TemplateError.Part;
import org.qiao.flow.Route;
import org.qiao.form.FieldError;
import org.qiao.form.FormSchema;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes forms and routes of JSON; whoever wrote them learns where they are wrong. */
@Component
class TemplateReader {

    private final JsonMapper json;
    private final Validator validator;

    TemplateReader(JsonMapper json, Validator validator) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        this.validator = validator;
    }

    TemplateContent content(String text) {
        return json.readValue(text, TemplateContent.class);
    }

    String text(Object content) {
        return json.writeValueAsString(content);
    }

    /** Null when it cannot be read; then there are errors. */
    @Nullable
    FormSchema form(JsonNode node, List<TemplateError> errors) {
        try {
            FormSchema form = FormSchema.read(node);
            form.check().forEach(error -> errors.add(TemplateError.of(Part.FORM, error)));
            return form;
        } catch (Problem unreadable) {
            unreadable.errors().forEach(error -> errors.add(TemplateError.of(Part.FORM, (FieldError) error)));
            if (unreadable.errors().isEmpty()) {
                errors.add(TemplateError.of(Part.FORM, "", "unreadable"));
            }
            return null;
        }
    }

    /** Null when it cannot be read or misses something; then there are errors. */
    @Nullable
    Route route(JsonNode node, List<TemplateError> errors) {
        Route route;
        try {
            route = Objects.requireNonNull(json.treeToValue(node, Route.class));
        } catch (JacksonException bad) {
            errors.add(new TemplateError(
                    Part.ROUTE, nodeOf(node, bad), null, "unreadable", Map.of("property", property(bad))));
            return null;
        }
        List<TemplateError> found = new ArrayList<>();
        for (ConstraintViolation<Route> violation : validator.validate(route)) {
            found.add(new TemplateError(
                    Part.ROUTE,
                    nodeOf(node, violation.getPropertyPath()),
                    null,
                    code(violation),
                    Map.of("property", violation.getPropertyPath().toString())));
        }
        errors.addAll(found);
        return found.isEmpty() ? route : null;
    }

    /** Of a version, which was sound when it was published. */
    TemplateVersion version(long templateId, int number, TemplateContent content) {
        return new TemplateVersion(
                templateId,
                number,
                content.name(),
                content.icon(),
                FormSchema.read(content.form()),
                json.treeToValue(content.route(), Route.class),
                content.settings());
    }

    private static String code(ConstraintViolation<Route> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()
                .toLowerCase(Locale.ROOT);
    }

    private static String property(JacksonException bad) {
        StringBuilder path = new StringBuilder();
        bad.getPath()
                .forEach(step -> path.append(
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName()));
        return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
    }

    /** The innermost node or way around the place that is wrong. */
    private static String nodeOf(JsonNode route, JacksonException bad) {
        String id = "";
        JsonNode at = route;
        for (JacksonException.Reference step : bad.getPath()) {
            at = step.getPropertyName() == null ? at.path(step.getIndex()) : at.path(step.getPropertyName());
            id = at.path("id").isString() ? at.path("id").stringValue() : id;
        }
        return id;
    }

    private static String nodeOf(JsonNode route, Path path) {
        String id = "";
        JsonNode at = route;
        for (Path.Node step : path) {
            Integer index = step.getIndex();
            at = index == null ? at : at.path(index);
            id = at.path("id").isString() ? at.path("id").stringValue() : id;
            String name = step.getName();
            at = name == null || name.startsWith("<") ? at : at.path(name);
            id = at.path("id").isString() ? at.path("id").stringValue() : id;
        }
        return id;
    }
}
