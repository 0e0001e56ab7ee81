package org.qiao.dingrule;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qiao.dingrule.DingRule.Grant;
import org.qiao.dingrule.DingRule.People;
import org.qiao.dingrule.DingRule.Shield;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.directory.Roles;
import org.qiao.platform.Actor;
import org.qiao.platform.FieldChanges;
import org.qiao.platform.FieldChanges.FieldChange;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The company's rules: read by everybody through {@link #rule}, changed by administrators. */
@Service
public class RuleBook {

    /** More people than a company has. */
    private static final int EVERYBODY = 1_000_000;

    private final RuleStore store;
    private final Departments departments;
    private final Roles roles;
    private final Members members;
    private final DingAudit audit;
    private final JsonMapper json;
    private final Clock clock;

    RuleBook(
            RuleStore store,
            Departments departments,
            Roles roles,
            Members members,
            DingAudit audit,
            JsonMapper json,
            Clock clock) {
        this.json = json;
        this.store = store;
        this.departments = departments;
        this.roles = roles;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    public DingSettings settings(long orgId) {
        return store.settings(orgId);
    }

    /** The rule for one sender, ready to be asked for any number of recipients. */
    public DingRule rule(long orgId, long senderId) {
        Map<Long, Shield> shields = store.shields(orgId);
        List<Grant> grants = store.rules(orgId).items().stream()
                .filter(rule -> people(orgId, rule.from()).has(senderId))
                .map(rule -> new Grant(People.EVERYONE, people(orgId, rule.to()), rule.ways()))
                .toList();
        return new DingRule(grants, shields);
    }

    /** Whether the sender may break quiet hours (with a reason). */
    public boolean mayOverride(Actor actor, DingSettings settings) {
        return actor.isAdmin() || people(actor.orgId(), settings.override()).has(actor.principalId());
    }

    private People people(long orgId, Selector selector) {
        if (selector.everyone()) {
            return People.EVERYONE;
        }
        Set<Long> ids = new HashSet<>(selector.members());
        ids.addAll(departments.memberIds(orgId, selector.departments(), EVERYBODY));
        ids.addAll(roles.memberIds(orgId, selector.roles(), EVERYBODY));
        return new People(false, ids);
    }

    DingSettings getSettings(Actor actor) {
        requireAdmin(actor);
        return store.settings(actor.orgId());
    }

    @Transactional
    DingSettings change(Actor actor, DingSettings settings) {
        requireAdmin(actor);
        if (!settings.ladder().isSound()) {
            throw DingruleProblem.BAD_LADDER.problem();
        }
        requireKnown(actor, List.of(settings.override()));
        DingSettings before = store.settings(actor.orgId());
        store.set(actor.orgId(), settings, clock.instant());
        List<FieldChange> changes = FieldChanges.between(json.valueToTree(before), json.valueToTree(settings));
        audit.record(actor, DingAudit.Kind.SETTINGS, null, Map.of("settings", settings, "changes", changes));
        return settings;
    }

    Selector.Rules getRules(Actor actor) {
        requireAdmin(actor);
        return store.rules(actor.orgId());
    }

    @Transactional
    Selector.Rules change(Actor actor, Selector.Rules rules) {
        requireAdmin(actor);
        requireKnown(
                actor,
                rules.items().stream()
                        .flatMap(rule -> java.util.stream.Stream.of(rule.from(), rule.to()))
                        .toList());
        List<?> before = store.rules(actor.orgId()).items();
        store.set(actor.orgId(), rules, clock.instant());
        audit.record(actor, DingAudit.Kind.RULES, null, Map.of("rules", rules.items(), "before", before));
        return rules;
    }

    private void requireKnown(Actor actor, Collection<Selector> selectors) {
        Set<Long> people = new HashSet<>();
        Set<Long> roleIds = new HashSet<>();
        Set<Long> departmentIds = new HashSet<>();
        for (Selector selector : selectors) {
            people.addAll(selector.members());
            roleIds.addAll(selector.roles());
            departmentIds.addAll(selector.departments());
        }
        boolean known = members.present(actor, people).size() == people.size()
                && roles.exist(actor.orgId(), roleIds)
                && departments.names(actor.orgId(), departmentIds).size() == departmentIds.size();
        if (!known) {
            throw DingruleProblem.UNKNOWN_SELECTION.problem();
        }
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw DingruleProblem.NOT_ALLOWED.problem();
        }
    }
}
