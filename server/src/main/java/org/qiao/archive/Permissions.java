package org.qiao.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.archive.LineStore.Line;
import org.qiao.customer.Customers;
import org.qiao.messaging.Oversight.Permission;
import org.qiao.messaging.Oversight.Window;
import org.springframework.stereotype.Component;

/** For which times threads may be read: the customer agreed, who served him is archived, and the two had to do with each other. */
@Component
class Permissions {

    private final LineStore lines;
    private final Agreements agreements;
    private final SpanStore spans;
    private final ArchiveRules rules;

    Permissions(LineStore lines, Agreements agreements, SpanStore spans, ArchiveRules rules) {
        this.lines = lines;
        this.agreements = agreements;
        this.spans = spans;
        this.rules = rules;
    }

    /**
     * A thread that may be read, with whoever serves or served in it; or a group, with the employees in it.
     *
     * @param customerId of a thread
     * @param title of a group
     */
    record Readable(
            Permission permission,
            @Nullable Long customerId,
            @Nullable String title,
            List<Long> members) {}

    /**
     * In the order asked for; those of which nothing may be read are left out.
     *
     * @param within null: all times
     */
    Map<Long, Readable> of(long orgId, Collection<Long> conversations, @Nullable Window within) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        List<Line> all = lines.of(orgId, conversations);
        Map<Long, List<Window>> archived =
                spans.of(orgId, all.stream().map(Line::memberId).distinct().toList());
        Map<Long, List<Window>> agreed = agreements.of(
                orgId, all.stream().map(Line::customerId).distinct().toList());
        Instant recalledSince = rules.of(orgId).recalledSince();
        Map<Long, List<Line>> byThread = all.stream().collect(Collectors.groupingBy(Line::conversationId));
        Map<Long, Readable> found = new LinkedHashMap<>();
        for (long conversation : conversations) {
            List<Window> windows = new ArrayList<>();
            List<Line> mine = byThread.getOrDefault(conversation, List.of());
            for (Line line : mine) {
                List<Window> served =
                        Coverage.both(List.of(line.window()), archived.getOrDefault(line.memberId(), List.of()));
                windows.addAll(Coverage.both(served, agreed.getOrDefault(line.customerId(), List.of())));
            }
            List<Window> readable = within == null ? Coverage.union(windows) : Coverage.both(windows, List.of(within));
            if (!readable.isEmpty()) {
                found.put(
                        conversation,
                        new Readable(
                                new Permission(orgId, conversation, readable, recalledSince),
                                mine.getLast().customerId(),
                                null,
                                mine.stream().map(Line::memberId).distinct().toList()));
            }
        }
        return found;
    }

    /** When customers agreed. What a contact agreed to before it turned out to be another one counts for that one. */
    @Component
    static class Agreements {

        private final AnswerStore answers;
        private final Customers customers;

        Agreements(AnswerStore answers, Customers customers) {
            this.answers = answers;
            this.customers = customers;
        }

        Map<Long, List<Long>> families(long orgId, Collection<Long> ids) {
            return customers.families(orgId, ids);
        }

        Map<Long, List<Window>> of(long orgId, Collection<Long> ids) {
            Map<Long, List<Long>> families = families(orgId, ids);
            Map<Long, List<Window>> byContact = answers.agreed(
                    orgId,
                    families.values().stream().flatMap(List::stream).distinct().toList());
            Map<Long, List<Window>> found = new HashMap<>();
            families.forEach((id, family) -> found.put(
                    id,
                    family.stream()
                            .flatMap(contact -> byContact.getOrDefault(contact, List.of()).stream())
                            .toList()));
            return found;
        }
    }
}
