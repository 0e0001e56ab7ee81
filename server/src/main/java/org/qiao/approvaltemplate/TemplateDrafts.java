package org.qiao.approvaltemplate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.approvaltemplate.TemplateVersionStore.DraftRow;
import org.qiao.approvaltemplate.TemplateVersionStore.VersionRow;
import org.qiao.approvaltemplate.TemplateView.TemplateCheckView;
import org.qiao.approvaltemplate.TemplateView.TemplateDraftView;
import org.qiao.approvaltemplate.TemplateView.TemplateVersionLine;
import org.qiao.approvaltemplate.TemplateView.TemplateVersionView;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.form.SoundValues;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What editors work on, and how it becomes a version. */
@Service
class TemplateDrafts {

    private static final int TEMPLATES_MAX = 500;
    private static final int DEPTH_MAX = 60;
    private static final int SIZE_MAX = 500_000;
    private static final Pattern ICON = Pattern.compile("[a-z0-9-]{1,32}");

    private final ManagedTemplates desk;
    private final TemplateStore templates;
    private final TemplateVersionStore versions;
    private final TemplateCheck check;
    private final TemplateReader reader;
    private final Members members;
    private final Clock clock;

    TemplateDrafts(
            ManagedTemplates desk,
            TemplateStore templates,
            TemplateVersionStore versions,
            TemplateCheck check,
            TemplateReader reader,
            Members members,
            Clock clock) {
        this.desk = desk;
        this.templates = templates;
        this.versions = versions;
        this.check = check;
        this.reader = reader;
        this.members = members;
        this.clock = clock;
    }

    /** The caller has checked the group. */
    @Transactional
    TemplateView create(Actor actor, TemplateRequest.CreateTemplate input) {
        TemplateRule.requireAdmin(actor);
        if (templates.count(actor.orgId()) >= TEMPLATES_MAX) {
            throw ApprovaltemplateProblem.TOO_MANY_TEMPLATES.problem("max", TEMPLATES_MAX);
        }
        TemplateContent beginning = input.copyOf() == null
                ? BlankTemplate.CONTENT
                : reader.content(
                        draft(actor, desk.require(actor, input.copyOf()).id()).content());
        TemplateContent content = clean(new TemplateContent(
                input.name(),
                input.icon(),
                beginning.description(),
                beginning.form(),
                beginning.route(),
                beginning.settings()));
        long id = templates.insert(actor.orgId(), input.groupId(), null, content, clock.instant());
        TemplateContent own = BlankTemplate.numberedBy(content, "F" + id);
        templates.setPrefix(actor.orgId(), id, own.settings().numbering().prefix());
        versions.insertDraft(actor.orgId(), id, reader.text(own), actor.principalId(), clock.instant());
        return desk.get(actor, id);
    }

    TemplateDraftView get(Actor actor, long id) {
        desk.require(actor, id);
        DraftRow row = draft(actor, id);
        return new TemplateDraftView(
                row.revision(), reader.content(row.content()), card(actor, row.editedBy()), row.editedAt());
    }

    private DraftRow draft(Actor actor, long id) {
        return versions.findDraft(actor.orgId(), id).orElseThrow(ApprovaltemplateProblem.NOT_FOUND::problem);
    }

    @Transactional
    TemplateDraftView save(Actor actor, long id, TemplateRequest.SaveDraft input) {
        desk.lock(actor, id);
        TemplateContent content = clean(input.content());
        String text = reader.text(content);
        if (text.length() > SIZE_MAX) {
            throw ApprovaltemplateProblem.BAD_DRAFT.problem();
        }
        boolean saved = versions.saveDraft(
                actor.orgId(), id, new DraftRow(input.revision(), text, actor.principalId(), clock.instant()));
        if (!saved) {
            throw changed(actor, id);
        }
        templates.renameUnpublished(actor.orgId(), id, content, clock.instant());
        return get(actor, id);
    }

    private RuntimeException changed(Actor actor, long id) {
        DraftRow now = draft(actor, id);
        Map<String, Object> params = new HashMap<>();
        params.put("revision", now.revision());
        Card editor = card(actor, now.editedBy());
        if (editor != null) {
            params.put("by", editor.name());
        }
        return new Problem(ApprovaltemplateProblem.DRAFT_CHANGED, params);
    }

    /** Of what is being edited, saved or not. */
    TemplateCheckView check(Actor actor, long id, TemplateContent content) {
        TemplateRow row = desk.require(actor, id);
        return new TemplateCheckView(errors(actor, row, clean(content)));
    }

    private List<TemplateError> errors(Actor actor, TemplateRow row, TemplateContent content) {
        List<TemplateError> errors = new ArrayList<>(check.check(actor, content));
        if (templates.isPrefixTaken(
                actor.orgId(), row.id(), content.settings().numbering().prefix())) {
            errors.add(TemplateError.of(TemplateError.Part.SETTINGS, "numbering.prefix", "prefix_taken"));
        }
        return errors;
    }

    /** The draft as it was seen becomes the next version; what runs keeps its own. */
    @Transactional
    TemplateView publish(Actor actor, long id, TemplateRequest.PublishDraft input) {
        TemplateRow row = desk.lock(actor, id);
        DraftRow draft = draft(actor, id);
        if (draft.revision() != input.revision()) {
            throw changed(actor, id);
        }
        TemplateContent content = reader.content(draft.content());
        List<TemplateError> errors = errors(actor, row, content);
        if (!errors.isEmpty()) {
            throw ApprovaltemplateProblem.NOT_SOUND.of(errors);
        }
        try {
            int number = templates.publish(actor.orgId(), id, content, draft.revision(), clock.instant());
            versions.insertVersion(
                    actor.orgId(), id, new VersionRow(number, actor.principalId(), clock.instant()), draft.content());
        } catch (org.springframework.dao.DuplicateKeyException taken) { // by a template published in this moment
            throw ApprovaltemplateProblem.PREFIX_TAKEN.problem();
        }
        return desk.get(actor, id);
    }

    Page<TemplateVersionLine> versions(Actor actor, long id, @Nullable String after, @Nullable Integer limit) {
        desk.require(actor, id);
        int size = Limits.page(limit);
        Page<VersionRow> page = Page.cut(
                versions.listVersions(actor.orgId(), id, Limits.key(after, Integer.MAX_VALUE), size + 1),
                size,
                row -> Integer.toString(row.number()));
        return page.map(
                row -> new TemplateVersionLine(row.number(), card(actor, row.publishedBy()), row.publishedAt()));
    }

    TemplateVersionView version(Actor actor, long id, int number) {
        desk.require(actor, id);
        String content =
                versions.findVersion(actor.orgId(), id, number).orElseThrow(ApprovaltemplateProblem.NOT_FOUND::problem);
        return new TemplateVersionView(number, reader.content(content));
    }

    private @Nullable Card card(Actor actor, @Nullable Long id) {
        return id == null
                ? null
                : members.cards(actor, Set.of(id)).stream().findFirst().orElse(null);
    }

    private static TemplateContent clean(TemplateContent raw) {
        String name = PlainText.clean(raw.name());
        if (name.isEmpty()) {
            throw ApprovaltemplateProblem.BAD_NAME.problem();
        }
        if (!ICON.matcher(raw.icon()).matches()) {
            throw ApprovaltemplateProblem.BAD_ICON.problem();
        }
        requireSound(raw.form());
        requireSound(raw.route());
        return new TemplateContent(
                name, raw.icon(), PlainText.clean(raw.description()), raw.form(), raw.route(), raw.settings());
    }

    private static void requireSound(JsonNode json) {
        if (!json.isObject() || !SoundValues.isSound(json, DEPTH_MAX)) {
            throw ApprovaltemplateProblem.BAD_DRAFT.problem();
        }
    }
}
