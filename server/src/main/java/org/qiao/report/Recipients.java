package org.qiao.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.directory.Roles;
import org.qiao.messaging.Conversations;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.qiao.report.RecipientRule.ReportWhy;
import org.qiao.report.ReportFormViews.ReportPlace;
import org.qiao.reporttemplate.ReportRules.ReportTo;
import org.springframework.stereotype.Component;

/** Finds those to whom somebody reports: by the rules of a template, and those he adds. */
@Component
class Recipients {

    /** More people with one role are never told. */
    private static final int ROLE_MAX = 200;

    private static final int PEOPLE_MAX = 500;

    private final Members members;
    private final Departments departments;
    private final Roles roles;
    private final Conversations conversations;

    Recipients(Members members, Departments departments, Roles roles, Conversations conversations) {
        this.members = members;
        this.departments = departments;
        this.roles = roles;
        this.conversations = conversations;
    }

    /** Who is a member now, in the order of importance. */
    Map<Long, ReportWhy> byRule(Actor author, ReportTo to) {
        Set<Long> holders = to.roles().isEmpty() ? Set.of() : roles.memberIds(author.orgId(), to.roles(), ROLE_MAX);
        Map<Long, ReportWhy> found = new LinkedHashMap<>(
                RecipientRule.of(to, author.principalId(), new RecipientRule.Company(superiors(author, to), holders)));
        if (!found.isEmpty()) {
            found.keySet().retainAll(members.present(author, found.keySet()));
        }
        return found;
    }

    private List<Long> superiors(Actor author, ReportTo to) {
        if (to.levels().isEmpty()) {
            return List.of();
        }
        Long main = main(author);
        return main == null ? List.of() : departments.hierarchy(author.orgId()).superiors(author.principalId(), main);
    }

    @Nullable
    Long main(Actor author) {
        return departments.mains(author.orgId(), Set.of(author.principalId())).get(author.principalId());
    }

    /** By rule and by choice; refuses what the author may not choose. */
    Set<Long> all(Actor author, ReportTo to, @Nullable Set<Long> chosen) {
        Set<Long> all = new LinkedHashSet<>(byRule(author, to).keySet());
        if (chosen != null && !chosen.isEmpty()) {
            if (!to.choose() && !all.containsAll(chosen)) {
                throw ReportProblem.NO_CHOICE.problem();
            }
            if (members.present(author, chosen).size() < chosen.size()) {
                throw ReportProblem.UNKNOWN_MEMBER.problem();
            }
            all.addAll(chosen);
            all.remove(author.principalId());
        }
        if (all.size() > PEOPLE_MAX) {
            throw ReportProblem.TOO_MANY_RECIPIENTS.problem("max", PEOPLE_MAX);
        }
        return all;
    }

    /** Those by rule in which the author is, and the chosen ones, in which he has to be. None in which customers read. */
    Set<Long> places(Actor author, ReportTo to, @Nullable Set<Long> chosen) {
        Set<Long> all = new LinkedHashSet<>();
        to.conversations().stream()
                .sorted()
                .filter(id -> isInternal(author, id))
                .forEach(all::add);
        if (chosen != null && !chosen.isEmpty()) {
            if (!to.choose() && !all.containsAll(chosen)) {
                throw ReportProblem.NO_CHOICE.problem();
            }
            chosen.forEach(id -> conversations.requireInternal(author, id));
            all.addAll(chosen);
        }
        return all;
    }

    private boolean isInternal(Actor actor, long conversationId) {
        try {
            conversations.requireInternal(actor, conversationId);
            return true;
        } catch (Problem problem) { // he is none, or customers read there
            return false;
        }
    }

    boolean isMember(Actor actor, long conversationId) {
        try {
            conversations.recipients(actor, conversationId);
            return true;
        } catch (Problem problem) { // he is none
            return false;
        }
    }

    /** Those of the conversations in which the actor still is. */
    List<ReportPlace> named(Actor actor, Collection<Long> ids) {
        List<ReportPlace> named = new ArrayList<>();
        for (long id : ids) {
            if (isMember(actor, id)) {
                named.add(new ReportPlace(id, conversations.get(actor, id).title()));
            }
        }
        return named;
    }
}
