package org.qiao.approvaltemplate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange.Starter;
import org.qiao.directory.Departments;
import org.qiao.directory.Roles;
import org.qiao.form.FormValues;
import org.qiao.form.Forms;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Templates for whoever starts and runs approvals. */
@Service
public class Templates {

    private static final int VERSIONS_KEPT = 2_000;
    private static final String NUMBER = "";

    private final TemplateStore store;
    private final TemplateVersionStore versions;
    private final TemplateGroupStore groups;
    private final TemplateReader reader;
    private final TemplateShipping shipping;
    private final Departments departments;
    private final Roles roles;
    private final Cache<Key, TemplateVersion> kept =
            Caffeine.newBuilder().maximumSize(VERSIONS_KEPT).build();

    Templates(
            TemplateStore store,
            TemplateVersionStore versions,
            TemplateGroupStore groups,
            TemplateReader reader,
            TemplateShipping shipping,
            Departments departments,
            Roles roles) {
        this.store = store;
        this.versions = versions;
        this.groups = groups;
        this.reader = reader;
        this.shipping = shipping;
        this.departments = departments;
        this.roles = roles;
    }

    private record Key(long orgId, long templateId, int number) {}

    /**
     * A template that somebody may start.
     *
     * @param group heading, empty for none
     */
    public record Startable(long id, String name, String icon, String description, String group) {}

    /** Name and icon of a template in any state, for lists of what was applied for. */
    public record TemplateCard(long id, String name, String icon) {}

    /** Any version, also of stopped and deleted templates. Cheap: versions never change. */
    public TemplateVersion get(long orgId, long templateId, int number) {
        Key key = new Key(orgId, templateId, number);
        TemplateVersion known = kept.getIfPresent(key);
        if (known != null) {
            return known;
        }
        TemplateVersion read = versions.findVersion(orgId, templateId, number)
                .map(content -> reader.version(templateId, number, reader.content(content)))
                .orElseThrow(ApprovaltemplateProblem.NOT_FOUND::problem);
        kept.put(key, read);
        return read;
    }

    /** The published version, if the actor may start it now; otherwise not_found, or not_open when it is stopped. */
    public TemplateVersion requireStartable(Actor actor, long templateId) {
        TemplateRow row = store.find(actor.orgId(), templateId)
                .filter(found -> found.state() != TemplateState.DELETED)
                .filter(found -> found.start().holds(starter(actor)))
                .orElseThrow(ApprovaltemplateProblem.NOT_FOUND::problem);
        if (row.state() != TemplateState.ACTIVE || row.version() == 0) {
            throw ApprovaltemplateProblem.NOT_OPEN.problem();
        }
        return get(actor.orgId(), templateId, row.version());
    }

    /** In the order of the groups and within them; those without a group come last. */
    @Transactional
    public Page<Startable> listStartable(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit, Limits.PAGE_MAX, Limits.PAGE_MAX);
        long from = Limits.key(after, 0);
        shipping.ensure(actor.orgId());
        List<Startable> all = startable(actor);
        int begin = 0;
        for (int i = 0; i < all.size(); i++) {
            begin = all.get(i).id() == from ? i + 1 : begin;
        }
        return Page.cut(
                all.subList(begin, Math.min(all.size(), begin + size + 1)), size, each -> Long.toString(each.id()));
    }

    private List<Startable> startable(Actor actor) {
        Starter starter = starter(actor);
        List<TemplateGroup> headings = groups.list(actor.orgId());
        Map<Long, Integer> order = new HashMap<>();
        headings.forEach(group -> order.put(group.id(), order.size()));
        Map<Long, String> names = headings.stream().collect(Collectors.toMap(TemplateGroup::id, TemplateGroup::name));
        return store.list(actor.orgId()).stream()
                .filter(row -> row.state() == TemplateState.ACTIVE && row.version() > 0)
                .filter(row -> row.start().holds(starter))
                .sorted(Comparator.comparingInt(row ->
                        row.groupId() == null ? Integer.MAX_VALUE : Objects.requireNonNull(order.get(row.groupId()))))
                .map(row -> new Startable(
                        row.id(),
                        row.name(),
                        row.icon(),
                        row.description(),
                        row.groupId() == null ? "" : Objects.requireNonNull(names.get(row.groupId()))))
                .toList();
    }

    private Starter starter(Actor actor) {
        return new Starter(
                actor.principalId(),
                departments.around(actor.orgId(), actor.principalId()),
                roles.idsOf(actor.orgId(), actor.principalId()));
    }

    /** Unknown and foreign ids are left out. */
    public Map<Long, TemplateCard> cards(long orgId, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.find(orgId, Set.copyOf(ids)).stream()
                        .collect(Collectors.toMap(
                                TemplateRow::id, row -> new TemplateCard(row.id(), row.name(), row.icon())));
    }

    /** Templates whose applications the actor may all see: every one for full administrators, else those that name him. */
    public Set<Long> managedBy(Actor actor) {
        return store.list(actor.orgId()).stream()
                .filter(row -> actor.isAdmin() || row.dataManagers().contains(actor.principalId()))
                .map(TemplateRow::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the actor may see everything that was applied for with a template, also a deleted one. */
    public boolean maySeeAll(Actor actor, long templateId) {
        return store.find(actor.orgId(), templateId)
                .filter(row -> actor.isAdmin() || row.dataManagers().contains(actor.principalId()))
                .isPresent();
    }

    /**
     * The next number, in the caller's transaction: two who submit at once wait for each other, and what is rolled back leaves no gap.
     *
     * @param day a date of the company
     */
    @Transactional
    public String nextNumber(long orgId, TemplateVersion version, LocalDate day) {
        TemplateSettings.Numbering numbering = version.settings().numbering();
        String period = numbering.period(day);
        return numbering.text(period, versions.next(orgId, version.templateId(), NUMBER, period));
    }

    /** The values with the next number in each serial field that is shown and has none. In the caller's transaction. */
    @Transactional
    public FormValues withSerials(long orgId, TemplateVersion version, FormValues values, LocalDate day) {
        return Forms.withSerials(
                version.form(),
                values,
                day,
                (field, period) -> versions.next(orgId, version.templateId(), field, period));
    }
}
