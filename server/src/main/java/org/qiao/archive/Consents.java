package org.qiao.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.archive.AnswerStore.Answer;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.Customers;
import org.qiao.messaging.Hints;
import org.qiao.platform.AfterCommit;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer is asked about archiving, and what he answers: agree, do not agree, withdraw. */
@Service
class Consents {

    private static final int ANSWERS_A_DAY = 20;

    private final ArchiveRules rules;
    private final AnswerStore answers;
    private final SpanStore spans;
    private final Lines lines;
    private final Rooms rooms;
    private final Known known;
    private final Telling telling;

    Consents(
            ArchiveRules rules,
            AnswerStore answers,
            SpanStore spans,
            Lines lines,
            Rooms rooms,
            Known known,
            Telling telling) {
        this.rules = rules;
        this.answers = answers;
        this.spans = spans;
        this.lines = lines;
        this.rooms = rooms;
        this.known = known;
        this.telling = telling;
    }

    /** What the module customer knows. */
    @Component
    record Known(Customers customers, CustomerRelations relations, CustomerRules rules, CustomerEvents timeline) {}

    /** Who looks again. */
    @Component("archiveTelling")
    record Telling(Hints hints, Clock clock) {}

    enum ConsentState {
        /** He is asked. */
        OPEN,
        AGREED,
        REFUSED
    }

    /**
     * What the page shows.
     *
     * @param asks false: nobody who serves him is archived; there is nothing to agree to
     * @param since he agreed at this moment
     * @param version give it back with the answer
     * @param notice empty when there is nothing to agree to
     */
    record VisitArchive(
            boolean asks, ConsentState state, @Nullable Instant since, int version, String notice) {}

    @Transactional(readOnly = true)
    public VisitArchive get(Guest guest) {
        return view(guest, family(guest));
    }

    private VisitArchive view(Guest guest, List<Long> family) {
        ArchiveSettingStore.Row row = rules.of(guest.orgId());
        Optional<Answer> last = answers.last(guest.orgId(), family);
        Instant since = last.filter(Answer::isInForce).map(Answer::at).orElse(null);
        boolean asks = row.settings().enabled() && isServedByArchived(guest.orgId(), family);
        return new VisitArchive(
                asks,
                state(last.orElse(null), row.version()),
                since,
                row.version(),
                asks || since != null ? notice(guest, row.settings()) : "");
    }

    private String notice(Guest guest, ArchiveSettings settings) {
        String company = known.rules().badge(guest.orgId()).name();
        return ArchiveNotices.text(settings, company, guest.actor().locale());
    }

    /** Who withdrew is not asked again before there is something new to read. */
    private static ConsentState state(@Nullable Answer last, int version) {
        if (last == null || last.version() != version) {
            return ConsentState.OPEN;
        }
        return last.isInForce() ? ConsentState.AGREED : ConsentState.REFUSED;
    }

    private boolean isServedByArchived(long orgId, List<Long> family) {
        List<Long> servers = family.stream()
                .flatMap(id -> known.relations().ofCustomer(orgId, id).stream())
                .filter(CustomerRelation::isOpen)
                .map(CustomerRelation::memberId)
                .distinct()
                .toList();
        return isAnyArchived(orgId, servers) || isAnyArchived(orgId, rooms.staff(orgId, family));
    }

    private boolean isAnyArchived(long orgId, Collection<Long> members) {
        return !members.isEmpty() && !spans.openAmong(orgId, members).isEmpty();
    }

    private List<Long> family(Guest guest) {
        return known.customers().family(guest.orgId(), guest.id());
    }

    /** @param version of the notice that he read; withdrawing needs no right one */
    @Transactional
    public VisitArchive answer(Guest guest, boolean agree, int version) {
        List<Long> family = family(guest);
        if (family.isEmpty()) {
            throw ArchiveProblem.NOT_FOUND.problem();
        }
        answers.lock(guest.orgId(), family);
        VisitArchive before = view(guest, family);
        if (agree) {
            agree(guest, family, before, version);
        } else {
            refuse(guest, family, before);
        }
        return view(guest, family);
    }

    private void agree(Guest guest, List<Long> family, VisitArchive before, int version) {
        if (version != before.version()) {
            throw ArchiveProblem.NOTICE_CHANGED.problem();
        }
        if (before.state() == ConsentState.AGREED) {
            return;
        }
        if (!before.asks()) {
            throw ArchiveProblem.NOT_ASKED.problem();
        }
        Instant now = telling.clock().instant();
        if (answers.count(guest.orgId(), family, now.minus(Duration.ofDays(1))) >= ANSWERS_A_DAY) {
            throw PlatformProblem.TOO_MANY.problem();
        }
        answers.insert(guest.orgId(), guest.id(), new Answer(version, true, now, null));
        lines.renew(guest.orgId(), guest.id());
        rooms.renew(guest.orgId(), guest.id());
        note(guest, "ARCHIVE_AGREED", version);
    }

    private void refuse(Guest guest, List<Long> family, VisitArchive before) {
        if (before.state() == ConsentState.REFUSED) {
            return;
        }
        Instant now = telling.clock().instant();
        answers.end(guest.orgId(), family, now);
        answers.insert(guest.orgId(), guest.id(), new Answer(before.version(), false, now, null));
        note(guest, before.state() == ConsentState.AGREED ? "ARCHIVE_WITHDRAWN" : "ARCHIVE_REFUSED", before.version());
    }

    private void note(Guest guest, String kind, int version) {
        known.timeline()
                .add(guest.orgId(), guest.id(), NewEvent.of(kind, guest.id()).with(Map.of("version", version)));
        AfterCommit.run(() -> telling.hints().tell(List.of(guest.id()), Hints.TO_CUSTOMERS, guest.id(), "ARCHIVE"));
    }
}
