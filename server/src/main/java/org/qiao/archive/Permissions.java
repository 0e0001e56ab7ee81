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
    private final AnswerStore answers;
    private final SpanStore spans;
    private final ArchiveRules rules;
    private final Customers customers;

    Permissions(LineStore lines, AnswerStore answers, SpanStore spans, ArchiveRules rules, Customers customers) {
        this.lines = lines;
        this.answers = answers;
        this.spans = spans;
        this.rules = rules;
        this.customers = customers;
    }

    /** A thread that may be read, with whoever serves or served in it. */
    record Readable(Permission permission, long customerId, List<Long> members) {}

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
        Map<Long, List<Window>> agreed =
                agreed(orgId, all.stream().map(Line::customerId).distinct().toList());
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
                                mine.stream().map(Line::memberId).distinct().toList()));
            }
        }
        return found;
    }

    /** What a contact agreed to before it turned out to be another one counts for that one. */
    private Map<Long, List<Window>> agreed(long orgId, Collection<Long> ids) {
        Map<Long, List<Long>> families = customers.families(orgId, ids);
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
