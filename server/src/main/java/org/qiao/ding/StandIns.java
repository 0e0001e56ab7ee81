package org.qiao.ding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.DingRule;
import org.qiao.dingrule.Ladder.Target;
import org.qiao.dingrule.Preferences;
import org.qiao.dingrule.RuleBook;
import org.qiao.dingrule.Way;
import org.qiao.directory.Departments;
import org.springframework.stereotype.Component;

/** Finds the deputies and managers that steps are meant for, as far as the rules let the sender reach them. */
@Component
class StandIns {

    static final String NONE = "NO_STAND_IN";

    private final Preferences preferences;
    private final Departments departments;
    private final RuleBook rules;
    private final Quiet quiet;
    private final Names names;

    StandIns(Preferences preferences, Departments departments, RuleBook rules, Quiet quiet, Names names) {
        this.preferences = preferences;
        this.departments = departments;
        this.rules = rules;
        this.quiet = quiet;
        this.names = names;
    }

    /** Steps to the person stay as they are; those to others get their person, or a reason why there is none. */
    List<Plan> resolve(List<Plan> plans, Instant now) {
        List<Plan> resolved = new ArrayList<>();
        Map<Long, List<Plan>> byOrg = new HashMap<>();
        for (Plan plan : plans) {
            if (plan.target() == Target.PERSON) {
                resolved.add(plan);
            } else if (plan.recipient().principalId() != null) {
                byOrg.computeIfAbsent(plan.ding().orgId(), org -> new ArrayList<>())
                        .add(plan);
            }
        }
        byOrg.forEach((orgId, some) -> resolved.addAll(resolve(orgId, some, now)));
        return resolved;
    }

    private List<Plan> resolve(long orgId, List<Plan> plans, Instant now) {
        Set<Long> people = new HashSet<>();
        plans.forEach(plan -> people.add(Objects.requireNonNull(plan.recipient().principalId())));
        LocalDate today = now.atZone(names.zone(orgId)).toLocalDate();
        Map<Long, Long> deputies = preferences.deputies(orgId, people, today);
        Map<Long, Long> managers = departments.managers(orgId, people);
        Set<Long> candidates = new HashSet<>(deputies.values());
        candidates.addAll(managers.values());
        Set<Long> present = names.present(orgId, candidates);
        deputies = only(deputies, present);
        managers = only(managers, present);
        Quiet.Hours hours = quiet.hours(orgId, present);
        Map<Long, DingRule> ruleOf = new HashMap<>();
        List<Plan> resolved = new ArrayList<>();
        for (Plan plan : plans) {
            Long person = Objects.requireNonNull(plan.recipient().principalId());
            Long manager = managers.get(person);
            Long found = plan.target() == Target.DEPUTY ? deputies.getOrDefault(person, manager) : manager;
            long sender = plan.ding().senderId();
            DingRule rule = ruleOf.computeIfAbsent(sender, id -> rules.rule(orgId, id));
            if (found == null || found == sender) {
                if (plan.way() == Way.APP) { // once for the step
                    resolved.add(with(plan, null, now, NONE));
                }
            } else if (rule.judge(sender, found, Set.of(plan.way())).ways().contains(plan.way())) {
                Instant end = plan.ding().breaksQuiet() ? null : hours.end(found, now);
                resolved.add(with(plan, found, end == null ? now : end, null));
            }
        }
        return resolved;
    }

    private static Map<Long, Long> only(Map<Long, Long> chosen, Set<Long> present) {
        Map<Long, Long> left = new HashMap<>(chosen);
        left.values().retainAll(present);
        return left;
    }

    private static Plan with(Plan plan, @Nullable Long targetId, Instant notBefore, @Nullable String refusal) {
        return new Plan(
                plan.ding(),
                plan.recipient(),
                plan.round(),
                plan.step(),
                plan.way(),
                plan.target(),
                targetId,
                notBefore,
                refusal);
    }
}
