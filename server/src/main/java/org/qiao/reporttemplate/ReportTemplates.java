package org.qiao.reporttemplate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qiao.audience.Audiences;
import org.qiao.audience.StartRange;
import org.qiao.audience.StartRange.Starter;
import org.qiao.platform.Actor;
import org.qiao.reporttemplate.ReportTemplateRequests.PublishReportTemplate;
import org.qiao.reporttemplate.ReportTemplateViews.ReportTemplateDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Templates for whoever writes, reads and counts reports. */
@Service
public class ReportTemplates {

    private static final int VERSIONS_KEPT = 2_000;

    private final ReportTemplateStore store;
    private final ReportVersionStore versions;
    private final ReportContents contents;
    private final ReportShipping shipping;
    private final Audiences audiences;
    private final ReportEditing editing;
    private final Cache<Key, ReportVersion> kept =
            Caffeine.newBuilder().maximumSize(VERSIONS_KEPT).build();

    ReportTemplates(
            ReportTemplateStore store,
            ReportVersionStore versions,
            ReportContents contents,
            ReportShipping shipping,
            Audiences audiences,
            ReportEditing editing) {
        this.store = store;
        this.versions = versions;
        this.contents = contents;
        this.shipping = shipping;
        this.audiences = audiences;
        this.editing = editing;
    }

    private record Key(long orgId, long templateId, int number) {}

    /** Any version, also of stopped and deleted templates. Cheap: versions never change. */
    public ReportVersion version(long orgId, long templateId, int number) {
        Key key = new Key(orgId, templateId, number);
        ReportVersion known = kept.getIfPresent(key);
        if (known != null) {
            return known;
        }
        ReportVersion read = versions.find(orgId, templateId, number)
                .map(text -> ReportContents.version(templateId, number, contents.read(text)))
                .orElseThrow(ReporttemplateProblem.NOT_FOUND::problem);
        kept.put(key, read);
        return read;
    }

    public ReportVersion newest(long orgId, ReportTemplate template) {
        return version(orgId, template.id(), template.version());
    }

    /** The newest version, if the actor may report with it now; otherwise not_found, or not_open when it is stopped. */
    public ReportVersion requireWritable(Actor actor, long templateId) {
        ReportTemplate template = store.find(actor.orgId(), templateId)
                .filter(found -> found.state() != ReportTemplate.State.DELETED)
                .filter(found -> mayWrite(actor, found, audiences.starter(actor.orgId(), actor.principalId())))
                .orElseThrow(ReporttemplateProblem.NOT_FOUND::problem);
        if (template.state() != ReportTemplate.State.ACTIVE) {
            throw ReporttemplateProblem.NOT_OPEN.problem();
        }
        return newest(actor.orgId(), template);
    }

    /** Who must may, whatever the range says. */
    private boolean mayWrite(Actor actor, ReportTemplate template, Starter person) {
        return template.write().holds(person) || must(newest(actor.orgId(), template), person);
    }

    private static boolean must(ReportVersion version, Starter person) {
        return version.rules().must() != null && version.rules().must().holds(person);
    }

    /** A template that somebody may write with. */
    public record Writable(ReportTemplate template, ReportVersion version, boolean must) {}

    /** In the order of the company; at most a few hundred. */
    @Transactional
    public List<Writable> listWritable(Actor actor) {
        shipping.ensure(actor.orgId());
        Starter person = audiences.starter(actor.orgId(), actor.principalId());
        return store.list(actor.orgId()).stream()
                .filter(template -> template.state() == ReportTemplate.State.ACTIVE)
                .filter(template -> mayWrite(actor, template, person))
                .map(template -> {
                    ReportVersion version = newest(actor.orgId(), template);
                    return new Writable(template, version, must(version, person));
                })
                .toList();
    }

    /** Publishes the newest version again, with others who have to report. */
    public void demand(Actor editor, long templateId, StartRange must) {
        ReportTemplateDetails details = editing.get(editor, templateId);
        ReportContent content = details.content();
        editing.publish(
                editor,
                templateId,
                new PublishReportTemplate(
                        details.template().version(),
                        content.with(content.rules().demanding(must))));
    }

    /** In any state. */
    public Optional<ReportTemplate> find(long orgId, long id) {
        return store.find(orgId, id);
    }

    public List<ReportTemplate> find(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : store.find(orgId, ids);
    }

    /** All that are not deleted, in their order. */
    public List<ReportTemplate> list(long orgId) {
        return store.list(orgId);
    }
}
