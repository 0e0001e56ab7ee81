package org.qiao.customerguard;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.Audiences;
import org.qiao.audience.StartRange;
import org.qiao.customerguard.GuardSnapshot.Found;
import org.qiao.directory.Members;
import org.qiao.messaging.Oversight;
import org.qiao.messaging.Oversight.Party;
import org.qiao.messaging.SendRule;
import org.springframework.stereotype.Component;

/**
 * Looks into what is said to and by customers. Without a find nothing but memory is touched; with one, whom it concerns is looked up
 * and the find is written down before the message goes, so that none is lost with the server.
 */
@Component
class WordGuard implements SendRule {

    private final GuardBook book;
    private final HitStore hits;
    private final Audiences audiences;
    private final Members members;
    private final Oversight oversight;
    private final Clock clock;

    WordGuard(GuardBook book, HitStore hits, Audiences audiences, Members members, Oversight oversight, Clock clock) {
        this.book = book;
        this.hits = hits;
        this.audiences = audiences;
        this.members = members;
        this.oversight = oversight;
        this.clock = clock;
    }

    @Override
    public boolean concerns(long orgId) {
        return book.of(orgId) != null;
    }

    @Override
    public void check(Attempt attempt) {
        GuardSnapshot snapshot = book.of(attempt.orgId());
        String text = attempt.text() == null ? attempt.fileName() : attempt.text();
        if (snapshot == null || text == null) {
            return;
        }
        List<Found> found = snapshot.find(text);
        if (!found.isEmpty()) {
            judge(attempt, found);
        }
    }

    private void judge(Attempt attempt, List<Found> found) {
        Long writer =
                members.present(attempt.orgId(), Set.of(attempt.senderId())).isEmpty() ? null : attempt.senderId();
        List<Found> concerned = found.stream()
                .filter(one -> concerns(one.rule(), attempt, writer))
                .toList();
        boolean blocked = concerned.stream().anyMatch(one -> one.rule().action() == GuardAction.BLOCK);
        GuardAction action = blocked ? GuardAction.BLOCK : GuardAction.WARN;
        concerned.stream()
                .filter(one -> one.rule().action() == action)
                .forEach(one -> hits.insert(attempt, one, clock.instant()));
        if (blocked) {
            throw CustomerguardProblem.FORBIDDEN_WORDS.problem();
        }
    }

    /** @param writer the employee who writes; null: a customer */
    private boolean concerns(GuardRule rule, Attempt attempt, @Nullable Long writer) {
        GuardContent content = rule.content();
        if (writer != null) {
            return content.staff() && holds(rule, writer);
        }
        return content.customers() && (isEverybody(content.range()) || holdsServer(rule, attempt));
    }

    private boolean holdsServer(GuardRule rule, Attempt attempt) {
        Party party = oversight
                .parties(attempt.orgId(), Set.of(attempt.conversationId()))
                .get(attempt.conversationId());
        return Optional.ofNullable(party).stream()
                .flatMap(some -> some.seats().stream())
                .filter(seat -> !seat.guest() && seat.there())
                .anyMatch(seat -> holds(rule, seat.principalId()));
    }

    private boolean holds(GuardRule rule, long memberId) {
        StartRange range = rule.content().range();
        return isEverybody(range) || range.holds(audiences.starter(rule.orgId(), memberId));
    }

    private static boolean isEverybody(StartRange range) {
        return Objects.equals(range, StartRange.EVERYONE);
    }
}
