package org.qiao.customerguard;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.qiao.audience.Audiences;
import org.qiao.audience.StartRange;
import org.qiao.audience.StartRange.Starter;
import org.qiao.customerguard.GuardSnapshot.Found;
import org.qiao.directory.Members;
import org.qiao.messaging.Oversight;
import org.qiao.messaging.Oversight.Party;
import org.qiao.messaging.SendRule;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

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
        boolean byStaff =
                !members.present(attempt.orgId(), Set.of(attempt.senderId())).isEmpty();
        SingletonSupplier<List<Starter>> people = SingletonSupplier.of(() -> people(attempt, byStaff));
        List<Found> concerned = found.stream()
                .filter(one -> concerns(one.rule().content(), byStaff, people))
                .toList();
        boolean blocked = concerned.stream().anyMatch(one -> one.rule().action() == GuardAction.BLOCK);
        GuardAction action = blocked ? GuardAction.BLOCK : GuardAction.WARN;
        List<Found> counted =
                concerned.stream().filter(one -> one.rule().action() == action).toList();
        if (!counted.isEmpty()) {
            hits.insert(attempt, counted, clock.instant());
        }
        if (blocked) {
            throw CustomerguardProblem.FORBIDDEN_WORDS.problem();
        }
    }

    /** @param people whose ranges count; looked up once, when a rule is not for everybody */
    private static boolean concerns(GuardContent content, boolean byStaff, Supplier<List<Starter>> people) {
        StartRange range = content.range();
        return (byStaff ? content.staff() : content.customers())
                && (isEverybody(range) || people.get().stream().anyMatch(range::holds));
    }

    /** The employee who writes, or those who serve the customer who does. */
    private List<Starter> people(Attempt attempt, boolean byStaff) {
        if (byStaff) {
            return List.of(audiences.starter(attempt.orgId(), attempt.senderId()));
        }
        Party party = oversight
                .parties(attempt.orgId(), Set.of(attempt.conversationId()))
                .get(attempt.conversationId());
        return Optional.ofNullable(party).stream()
                .flatMap(some -> some.seats().stream())
                .filter(seat -> !seat.guest() && seat.there())
                .map(seat -> audiences.starter(attempt.orgId(), seat.principalId()))
                .toList();
    }

    private static boolean isEverybody(StartRange range) {
        return Objects.equals(range, StartRange.EVERYONE);
    }
}
