package org.qiao.groupguard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customergroup.GroupAccess;
import org.qiao.groupguard.GuardRuleStore.RuleDraft;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.AfterCommit;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rules as the staff makes and sees them: those of the whole company are its administrators' business. */
@Service
class GuardRules {

    private static final int RULES_MAX = 100;
    private static final int NAME_MAX = 30;

    private final GuardRuleStore store;
    private final GuardBook book;
    private final GroupAccess access;
    private final Clock clock;

    GuardRules(GuardRuleStore store, GuardBook book, GroupAccess access, Clock clock) {
        this.store = store;
        this.book = book;
        this.access = access;
        this.clock = clock;
    }

    /** @param version that was seen, of a change */
    record GuardRuleRequest(
            @NotNull @Size(min = 1, max = 60) String name,
            @NotNull @Size(max = 200) List<@NotNull @Positive Long> groups,
            @NotNull @Valid SpamRule content,
            boolean on,
            @Nullable Integer version) {}

    /** A group that a rule names, for whoever knows it. */
    record GuardRuleGroup(long id, String title) {}

    /** @param named those of the groups with which the reader has to do */
    record GuardRuleView(
            long id,
            String name,
            List<Long> groups,
            List<GuardRuleGroup> named,
            SpamRule content,
            boolean on,
            int version,
            boolean mayChange) {}

    /** Administrators see all, others what holds for their groups. Newest first. */
    @Transactional(readOnly = true)
    public Page<GuardRuleView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        List<Long> mine = actor.isAdmin() ? null : access.manages(actor);
        Page<GuardRule> page = Page.cut(
                store.list(actor.orgId(), actor.principalId(), mine, Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                rule -> Long.toString(rule.id()));
        return new Page<>(views(actor, page.items()), page.next());
    }

    private List<GuardRuleView> views(Actor actor, List<GuardRule> rules) {
        Set<Long> groups = new HashSet<>();
        rules.forEach(rule -> groups.addAll(rule.groups()));
        Map<Long, String> titles = access.titles(actor, groups);
        return rules.stream().map(rule -> view(actor, rule, titles)).toList();
    }

    private static GuardRuleView view(Actor actor, GuardRule rule, Map<Long, String> titles) {
        return new GuardRuleView(
                rule.id(),
                rule.name(),
                rule.groups(),
                rule.groups().stream()
                        .filter(titles::containsKey)
                        .map(id -> new GuardRuleGroup(id, titles.getOrDefault(id, "")))
                        .toList(),
                rule.content(),
                rule.active(),
                rule.version(),
                mayChange(actor, rule));
    }

    private static boolean mayChange(Actor actor, GuardRule rule) {
        return actor.isAdmin()
                || (rule.ownerId() == actor.principalId() && !rule.groups().isEmpty());
    }

    @Transactional
    public GuardRuleView create(Actor actor, GuardRuleRequest input) {
        if (store.count(actor.orgId()) >= RULES_MAX) {
            throw GroupguardProblem.TOO_MANY.problem("max", RULES_MAX);
        }
        RuleDraft draft = draft(actor, input, Set.of());
        long id = store.insert(actor.orgId(), actor.principalId(), draft, clock.instant());
        changed(actor);
        return views(actor, store.findAll(actor.orgId(), List.of(id))).getFirst();
    }

    @Transactional
    public GuardRuleView change(Actor actor, long id, GuardRuleRequest input) {
        GuardRule before = require(actor, id);
        if (!Objects.equals(input.version(), before.version())) {
            throw GroupguardProblem.CHANGED_MEANWHILE.problem("version", before.version());
        }
        store.update(actor.orgId(), id, draft(actor, input, Set.copyOf(before.groups())), clock.instant());
        changed(actor);
        return views(actor, store.findAll(actor.orgId(), List.of(id))).getFirst();
    }

    @Transactional
    public void delete(Actor actor, long id) {
        require(actor, id);
        store.delete(actor.orgId(), id, clock.instant());
        changed(actor);
    }

    private GuardRule require(Actor actor, long id) {
        return store.lock(actor.orgId(), id)
                .filter(rule -> mayChange(actor, rule))
                .orElseThrow(GroupguardProblem.NOT_FOUND::problem);
    }

    /** @param there groups that stay whoever manages them now */
    private RuleDraft draft(Actor actor, GuardRuleRequest input, Set<Long> there) {
        String name = PlainText.clean(input.name());
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_MAX) {
            throw GroupguardProblem.BAD_NAME.problem("max", NAME_MAX);
        }
        if (input.content().isEmpty() || !input.content().action().isOfRule()) {
            throw GroupguardProblem.EMPTY.problem();
        }
        Set<Long> groups = new HashSet<>(input.groups());
        if (groups.isEmpty() && !actor.isAdmin()) {
            throw GroupguardProblem.NOT_ALLOWED.problem();
        }
        Set<Long> fresh = new HashSet<>(groups);
        fresh.removeAll(there);
        if (access.managed(actor, fresh).size() != fresh.size()) {
            throw GroupguardProblem.UNKNOWN_GROUP.problem();
        }
        return new RuleDraft(name, groups.stream().sorted().toList(), input.content(), input.on());
    }

    private void changed(Actor actor) {
        AfterCommit.run(() -> book.changed(actor.orgId()));
    }
}
