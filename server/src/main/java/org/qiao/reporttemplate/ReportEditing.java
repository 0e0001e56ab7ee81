package org.qiao.reporttemplate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.reporttemplate.ReportRules.ReportTo;
import org.qiao.reporttemplate.ReportTemplateRequests.CreateReportTemplate;
import org.qiao.reporttemplate.ReportTemplateRequests.PublishReportTemplate;
import org.qiao.reporttemplate.ReportTemplateViews.ReportCheckView;
import org.qiao.reporttemplate.ReportTemplateViews.ReportTemplateDetails;
import org.qiao.reporttemplate.ReportTemplateViews.ReportTemplateVersionLine;
import org.qiao.reporttemplate.ReportTemplateViews.ReportTemplateVersionView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contents of templates: each one that is published is the next version, and stays. */
@Service
class ReportEditing {

    private static final int TEMPLATES_MAX = 200;
    private static final JsonNode ONE_FIELD = JsonMapper.shared()
            .readTree("{\"fields\":[{\"key\":\"text\",\"kind\":\"LONG_TEXT\",\"label\":\"…\",\"required\":true}]}");

    private final ReportDesk desk;
    private final ReportTemplateStore templates;
    private final ReportVersionStore versions;
    private final ReportContents contents;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportEditing(
            ReportDesk desk,
            ReportTemplateStore templates,
            ReportVersionStore versions,
            ReportContents contents,
            Members members,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.templates = templates;
        this.versions = versions;
        this.contents = contents;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /** Nobody sees it before an editor opens it. */
    @Transactional
    public ReportTemplateDetails create(Actor actor, CreateReportTemplate input) {
        ReportDesk.requireAdmin(actor);
        if (templates.count(actor.orgId()) >= TEMPLATES_MAX) {
            throw ReporttemplateProblem.TOO_MANY_TEMPLATES.problem("max", TEMPLATES_MAX);
        }
        ReportContent beginning =
                input.copyOf() == null ? blank() : content(actor, desk.require(actor, input.copyOf()));
        ReportContent content = ReportContents.clean(new ReportContent(
                input.name(),
                input.icon(),
                beginning.description(),
                beginning.form(),
                beginning.summary(),
                beginning.rules()));
        Instant now = clock.instant();
        long id = templates.insert(actor.orgId(), ReportTemplate.State.STOPPED, null, content, now);
        publish(actor, id, content, now);
        return get(actor, id);
    }

    private static ReportContent blank() {
        ReportTo to = new ReportTo(Set.of(), Set.of(1), Set.of(), Set.of(), true);
        ReportRules rules = new ReportRules(ReportCycle.NONE, null, null, true, 60, to, List.of(), List.of());
        return new ReportContent("", "report", "", ONE_FIELD, List.of("text"), rules);
    }

    ReportTemplateDetails get(Actor actor, long id) {
        return new ReportTemplateDetails(desk.get(actor, id), content(actor, desk.require(actor, id)));
    }

    private ReportContent content(Actor actor, ReportTemplate template) {
        return versions.find(actor.orgId(), template.id(), template.version())
                .map(contents::read)
                .orElseThrow();
    }

    ReportCheckView check(Actor actor, long id, ReportContent content) {
        ReportTemplate template = desk.require(actor, id);
        return new ReportCheckView(contents.check(actor, ReportContents.clean(content), content(actor, template)));
    }

    /** The next version; what was sent keeps its own. */
    @Transactional
    public ReportTemplateDetails publish(Actor actor, long id, PublishReportTemplate input) {
        ReportTemplate template = desk.lock(actor, id);
        if (template.version() != input.version()) {
            throw ReporttemplateProblem.CHANGED_MEANWHILE.problem("version", template.version());
        }
        ReportContent content = ReportContents.clean(input.content());
        List<ReportTemplateError> errors = contents.check(actor, content, content(actor, template));
        if (!errors.isEmpty()) {
            throw ReporttemplateProblem.NOT_SOUND.of(errors);
        }
        publish(actor, id, content, clock.instant());
        return get(actor, id);
    }

    private void publish(Actor actor, long id, ReportContent content, Instant now) {
        String text = contents.text(content);
        int number = templates.publish(actor.orgId(), id, content, now);
        versions.insert(actor.orgId(), id, new ReportVersionStore.Line(number, actor.principalId(), now), text);
        events.publishEvent(new ReportTemplateChanged(actor.orgId(), id));
    }

    Page<ReportTemplateVersionLine> versions(Actor actor, long id, @Nullable String after, @Nullable Integer limit) {
        desk.require(actor, id);
        int size = Limits.page(limit);
        Page<ReportVersionStore.Line> page = Page.cut(
                versions.list(actor.orgId(), id, Limits.key(after, Integer.MAX_VALUE), size + 1),
                size,
                line -> Integer.toString(line.number()));
        return page.map(line ->
                new ReportTemplateVersionLine(line.number(), card(actor, line.publishedBy()), line.publishedAt()));
    }

    private @Nullable Card card(Actor actor, @Nullable Long id) {
        return id == null
                ? null
                : members.cards(actor, Set.of(id)).stream().findFirst().orElse(null);
    }

    ReportTemplateVersionView version(Actor actor, long id, int number) {
        desk.require(actor, id);
        return versions.find(actor.orgId(), id, number)
                .map(text -> new ReportTemplateVersionView(number, contents.read(text)))
                .orElseThrow(ReporttemplateProblem.NOT_FOUND::problem);
    }
}
