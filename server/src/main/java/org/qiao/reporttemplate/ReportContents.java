package org.qiao.reporttemplate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.Audiences;
import org.qiao.audience.StartRange;
import org.qiao.directory.Members;
import org.qiao.directory.Roles;
import org.qiao.form.Field;
import org.qiao.form.FieldError;
import org.qiao.form.FormSchema;
import org.qiao.form.SoundValues;
import org.qiao.messaging.Conversations;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.qiao.reporttemplate.ReportRules.ReportTo;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contents as text and back, and whether one may be published: form and rules together, and everybody they name. */
@Component
class ReportContents {

    private static final int DEPTH_MAX = 60;
    private static final int SIZE_MAX = 500_000;
    private static final Pattern ICON = Pattern.compile("[a-z0-9-]{1,32}");

    private final JsonMapper json;
    private final Members members;
    private final Roles roles;
    private final Audiences audiences;
    private final Conversations conversations;

    ReportContents(JsonMapper json, Members members, Roles roles, Audiences audiences, Conversations conversations) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        this.members = members;
        this.roles = roles;
        this.audiences = audiences;
        this.conversations = conversations;
    }

    ReportContent read(String text) {
        return json.readValue(text, ReportContent.class);
    }

    String text(ReportContent content) {
        String text = json.writeValueAsString(content);
        if (text.length() > SIZE_MAX) {
            throw ReporttemplateProblem.BAD_FORM.problem();
        }
        return text;
    }

    /** Of a content that was sound when it was published. */
    static ReportVersion version(long templateId, int number, ReportContent content) {
        return new ReportVersion(
                templateId,
                number,
                content.name(),
                content.icon(),
                FormSchema.read(content.form()),
                content.summary(),
                content.rules());
    }

    static ReportContent clean(ReportContent raw) {
        String name = PlainText.clean(raw.name());
        if (name.isEmpty()) {
            throw ReporttemplateProblem.BAD_NAME.problem();
        }
        if (!ICON.matcher(raw.icon()).matches()) {
            throw ReporttemplateProblem.BAD_ICON.problem();
        }
        if (!raw.form().isObject() || !SoundValues.isSound(raw.form(), DEPTH_MAX)) {
            throw ReporttemplateProblem.BAD_FORM.problem();
        }
        return new ReportContent(
                name, raw.icon(), PlainText.clean(raw.description()), raw.form(), raw.summary(), raw.rules());
    }

    /**
     * Everything that is wrong.
     *
     * @param before whom it named until now, and who may have left; null for a new one
     */
    List<ReportTemplateError> check(Actor actor, ReportContent content, @Nullable ReportContent before) {
        List<ReportTemplateError> errors = new ArrayList<>();
        FormSchema form = form(content.form(), errors);
        if (form != null) {
            summary(form, content.summary(), errors);
        }
        cycle(content.rules(), errors);
        people(actor, content.rules(), before == null ? null : before.rules(), errors);
        return List.copyOf(errors);
    }

    private static @Nullable FormSchema form(JsonNode node, List<ReportTemplateError> errors) {
        try {
            FormSchema form = FormSchema.read(node);
            form.check().forEach(error -> errors.add(ReportTemplateError.form(error)));
            if (form.fields().stream().noneMatch(Field::hasValue)) {
                errors.add(
                        new ReportTemplateError(ReportTemplateError.ReportPart.FORM, "", null, "no_field", Map.of()));
            }
            return form;
        } catch (Problem unreadable) {
            unreadable.errors().forEach(error -> errors.add(ReportTemplateError.form((FieldError) error)));
            if (unreadable.errors().isEmpty()) {
                errors.add(
                        new ReportTemplateError(ReportTemplateError.ReportPart.FORM, "", null, "unreadable", Map.of()));
            }
            return null;
        }
    }

    private static void summary(FormSchema form, List<String> summary, List<ReportTemplateError> errors) {
        Set<String> shown =
                form.fields().stream().filter(Field::hasValue).map(Field::key).collect(Collectors.toSet());
        if (!shown.containsAll(summary) || new HashSet<>(summary).size() < summary.size()) {
            errors.add(ReportTemplateError.rule("summary", "unknown_field"));
        }
    }

    private static void cycle(ReportRules rules, List<ReportTemplateError> errors) {
        boolean reminds = !rules.before().isEmpty() || !rules.after().isEmpty();
        if (rules.cycle() == ReportCycle.NONE && (rules.must() != null || rules.deadline() != null)) {
            errors.add(ReportTemplateError.rule("cycle", "needs_cycle"));
        }
        if (rules.deadline() == null && (reminds || !rules.late())) {
            errors.add(ReportTemplateError.rule("deadline", "needs_deadline"));
        }
        if (reminds && rules.must() == null) {
            errors.add(ReportTemplateError.rule("must", "needs_must"));
        }
    }

    private void people(
            Actor actor, ReportRules rules, @Nullable ReportRules before, List<ReportTemplateError> errors) {
        ReportTo to = rules.recipients();
        Set<Long> fresh = new HashSet<>(to.members());
        Set<Long> places = new HashSet<>(to.conversations());
        if (before != null) {
            fresh.removeAll(before.recipients().members());
            places.removeAll(before.recipients().conversations());
        }
        if (!fresh.isEmpty() && members.present(actor, fresh).size() < fresh.size()) {
            errors.add(ReportTemplateError.rule("recipients.members", "unknown_member"));
        }
        if (!roles.exist(actor.orgId(), to.roles())) {
            errors.add(ReportTemplateError.rule("recipients.roles", "unknown_role"));
        }
        if (!places.stream().allMatch(id -> isMember(actor, id))) {
            errors.add(ReportTemplateError.rule("recipients.conversations", "unknown_conversation"));
        }
        StartRange must = rules.must();
        if (must != null && !audiences.isKnown(actor, must, before == null ? Set.of() : named(before.must()))) {
            errors.add(ReportTemplateError.rule("must", "unknown_selection"));
        }
    }

    static Collection<Long> named(@Nullable StartRange range) {
        if (range == null) {
            return Set.of();
        }
        Set<Long> named = new HashSet<>(range.members());
        named.addAll(range.excepted().members());
        return named;
    }

    private boolean isMember(Actor actor, long conversationId) {
        try {
            conversations.recipients(actor, conversationId);
            return true;
        } catch (Problem problem) { // he is none
            return false;
        }
    }
}
