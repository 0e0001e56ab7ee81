package org.qiao.ding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Principals;
import org.qiao.ding.Range.Outsider;
import org.qiao.dingrule.DingRule;
import org.qiao.dingrule.DingRule.Answer;
import org.qiao.dingrule.DingSettings;
import org.qiao.dingrule.Ladder;
import org.qiao.dingrule.RuleBook;
import org.qiao.dingrule.Way;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.directory.Roles;
import org.qiao.messaging.Conversations;
import org.qiao.messaging.Readers;
import org.qiao.naming.PlainText;
import org.qiao.notice.Telephone;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Finds out whom a range means, each person once, and what the rules say about each. The one place where that happens. */
@Component
class Ranges {

    /**
     * Somebody a DING is meant for, with what the rules say.
     *
     * @param phone of somebody without an account, E.164; null for a member
     * @param name of somebody without an account; else empty
     */
    record Candidate(@Nullable Long memberId, @Nullable String phone, String name, Locale locale, Answer answer) {

        boolean isRefused() {
            return answer.ways().isEmpty();
        }

        /** Empty for who may be reached. */
        String refusal() {
            if (!isRefused()) {
                return "";
            }
            return answer.reason() == null ? "NO_RULE" : answer.reason().name();
        }
    }

    /** Of one source; with all exceptions taken out, still more than a DING may have. */
    private static final int SOURCE_MAX = 2 * DingSettings.RECIPIENTS_MAX + 2;

    private final Members members;
    private final Departments departments;
    private final Roles roles;
    private final Conversations conversations;
    private final Readers readers;
    private final RuleBook rules;
    private final Principals principals;

    Ranges(
            Members members,
            Departments departments,
            Roles roles,
            Conversations conversations,
            Readers readers,
            RuleBook rules,
            Principals principals) {
        this.members = members;
        this.departments = departments;
        this.roles = roles;
        this.conversations = conversations;
        this.readers = readers;
        this.rules = rules;
        this.principals = principals;
    }

    /** @param company language of those without an account */
    List<Candidate> resolve(Actor actor, Range range, Ladder ladder, DingSettings settings, Locale company) {
        Set<Long> people = people(actor, range);
        Map<String, String> phones = phones(actor, range, people);
        if (people.isEmpty() && phones.isEmpty()) {
            throw DingProblem.NO_RECIPIENTS.problem();
        }
        if (people.size() + phones.size() > settings.recipientsMax()) {
            throw DingProblem.TOO_MANY_RECIPIENTS.problem("max", settings.recipientsMax());
        }
        DingRule rule = rules.rule(actor.orgId(), actor.principalId());
        Map<Long, Locale> locales = principals.locales(actor.orgId(), people);
        Set<Way> inside = ladder.ways();
        Set<Way> outside = ladder.outside().ways();
        List<Candidate> candidates = new ArrayList<>();
        for (long id : people) {
            candidates.add(new Candidate(
                    id, null, "", locales.getOrDefault(id, company), rule.judge(actor.principalId(), id, inside)));
        }
        phones.forEach((phone, name) -> candidates.add(
                new Candidate(null, phone, name, company, rule.judge(actor.principalId(), null, outside))));
        return candidates;
    }

    /** In the order of their ids. */
    private Set<Long> people(Actor actor, Range range) {
        long orgId = actor.orgId();
        Set<Long> found = new TreeSet<>(range.members());
        if (members.present(actor, range.members()).size() != range.members().size()) {
            throw DingProblem.UNKNOWN_MEMBER.problem();
        }
        if (departments.names(orgId, range.departments()).size()
                != range.departments().size()) {
            throw DingProblem.UNKNOWN_DEPARTMENT.problem();
        }
        if (!roles.exist(orgId, range.roles())) {
            throw DingProblem.UNKNOWN_ROLE.problem();
        }
        found.addAll(departments.memberIds(orgId, range.departments(), SOURCE_MAX));
        found.addAll(roles.memberIds(orgId, range.roles(), SOURCE_MAX));
        Set<Long> chatters = new TreeSet<>();
        if (range.conversation() != null) {
            Arrays.stream(conversations.recipients(actor, range.conversation()))
                    .limit(SOURCE_MAX)
                    .forEach(chatters::add);
        }
        Range.Message message = range.unreadOf();
        if (message != null) {
            chatters.addAll(readers.unread(actor, message.conversation(), message.seq(), SOURCE_MAX));
        }
        found.addAll(members.present(actor, chatters));
        found.removeAll(range.except());
        found.remove(actor.principalId());
        return found;
    }

    /** Numbers in their one form with names; those of members who are recipients anyway are left out. */
    private Map<String, String> phones(Actor actor, Range range, Set<Long> people) {
        Map<String, String> phones = new LinkedHashMap<>();
        for (int i = 0; i < range.phones().size(); i++) {
            Outsider outsider = range.phones().get(i);
            int index = i;
            String phone =
                    Telephone.read(outsider.phone()).orElseThrow(() -> DingProblem.BAD_PHONE.problem("index", index));
            phones.putIfAbsent(phone, PlainText.clean(outsider.name()));
        }
        members.phoneOwners(actor.orgId(), phones.keySet()).forEach((phone, owner) -> {
            if (people.contains(owner)) {
                phones.remove(phone);
            }
        });
        return phones;
    }
}
