package org.qiao.approvaltemplate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qiao.approvaltemplate.RoutePeople.Named;
import org.qiao.approvaltemplate.TemplateError.Part;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.directory.Roles;
import org.qiao.flow.Route;
import org.qiao.flow.RouteRule;
import org.qiao.form.Field;
import org.qiao.form.FieldKind;
import org.qiao.form.FormSchema;
import org.qiao.form.Subjects;
import org.qiao.form.Subjects.Subject;
import org.qiao.platform.Actor;
import org.qiao.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** Whether a draft may be published: form, route and settings together, and everybody they name. Finds everything at once. */
@Component
class TemplateCheck {

    /** Facts about the applicant that approvals add to those of the form. */
    private static final Map<String, Subject> APPLICANT = Map.of(
            "applicant.member", Subject.words(),
            "applicant.department", Subject.words(),
            "applicant.role", Subject.words());

    private final TemplateReader reader;
    private final Members members;
    private final Departments departments;
    private final Roles roles;
    private final Webhooks webhooks;

    TemplateCheck(TemplateReader reader, Members members, Departments departments, Roles roles, Webhooks webhooks) {
        this.reader = reader;
        this.members = members;
        this.departments = departments;
        this.roles = roles;
        this.webhooks = webhooks;
    }

    List<TemplateError> check(Actor actor, TemplateContent content) {
        List<TemplateError> errors = new ArrayList<>();
        FormSchema form = reader.form(content.form(), errors);
        Route route = reader.route(content.route(), errors);
        if (form != null && route != null) {
            route(form, route, errors);
        }
        if (route != null) {
            people(actor, route, errors);
            hooks(actor, route, errors);
        }
        if (form != null) {
            summary(form, content.settings(), errors);
        }
        Long administrator = content.settings().administratorId();
        if (administrator != null
                && members.present(actor, Set.of(administrator)).isEmpty()) {
            errors.add(TemplateError.of(Part.SETTINGS, "administratorId", "unknown_member"));
        }
        return List.copyOf(errors);
    }

    private static void route(FormSchema form, Route route, List<TemplateError> errors) {
        Subjects subjects = Subjects.of(form).and(APPLICANT);
        RouteRule.check(route, known(form, subjects)).stream()
                .map(flaw -> TemplateError.of(
                        Part.ROUTE, flaw.node(), flaw.code().name().toLowerCase(Locale.ROOT)))
                .forEach(errors::add);
        Set<String> told = errors.stream()
                .filter(error -> error.part() == Part.ROUTE)
                .map(TemplateError::field)
                .collect(Collectors.toSet());
        RoutePeople.conditions(route, (way, condition) -> {
            if (!told.contains(way)) {
                subjects.check(way, condition).forEach(error -> errors.add(TemplateError.of(Part.ROUTE, error)));
            }
        });
    }

    private static RouteRule.Known known(FormSchema form, Subjects subjects) {
        Set<String> all = new HashSet<>();
        form.fields().forEach(field -> {
            all.add(field.key());
            if (field.kind() instanceof FieldKind.Table table) {
                table.columns().forEach(column -> all.add(field.key() + "." + column.key()));
            }
        });
        return new RouteRule.Known(
                all,
                keys(form, kind -> kind instanceof FieldKind.Member),
                keys(form, kind -> kind instanceof FieldKind.Department),
                keys(form, kind -> kind instanceof FieldKind.Date),
                subjects.quantities(),
                subjects.words());
    }

    private static Set<String> keys(FormSchema form, Predicate<FieldKind> wanted) {
        return form.fields().stream()
                .filter(field -> wanted.test(field.kind()))
                .map(Field::key)
                .collect(Collectors.toSet());
    }

    private void people(Actor actor, Route route, List<TemplateError> errors) {
        List<Named> named = RoutePeople.of(route);
        Set<Long> present = members.present(actor, all(named.stream().map(Named::members)));
        Set<Long> there = departments
                .names(actor.orgId(), all(named.stream().map(Named::departments)))
                .keySet();
        for (Named each : named) {
            if (!present.containsAll(each.members())) {
                errors.add(TemplateError.of(Part.ROUTE, each.node(), "unknown_member"));
            }
            if (!there.containsAll(each.departments())) {
                errors.add(TemplateError.of(Part.ROUTE, each.node(), "unknown_department"));
            }
            if (!roles.exist(actor.orgId(), Set.copyOf(each.roles()))) {
                errors.add(TemplateError.of(Part.ROUTE, each.node(), "unknown_role"));
            }
        }
    }

    private void hooks(Actor actor, Route route, List<TemplateError> errors) {
        Map<String, String> hooks = RoutePeople.hooks(route);
        Set<String> unknown = webhooks.unknown(actor.orgId(), hooks.values());
        hooks.forEach((node, hook) -> {
            if (unknown.contains(hook)) {
                errors.add(TemplateError.of(Part.ROUTE, node, "unknown_hook"));
            }
        });
    }

    private static Set<Long> all(Stream<List<Long>> ids) {
        return ids.flatMap(List::stream).collect(Collectors.toSet());
    }

    private static void summary(FormSchema form, TemplateSettings settings, List<TemplateError> errors) {
        Set<String> shown =
                form.fields().stream().filter(Field::hasValue).map(Field::key).collect(Collectors.toSet());
        if (!shown.containsAll(settings.summary())
                || new HashSet<>(settings.summary()).size() < settings.summary().size()) {
            errors.add(TemplateError.of(Part.SETTINGS, "summary", "unknown_field"));
        }
    }
}
