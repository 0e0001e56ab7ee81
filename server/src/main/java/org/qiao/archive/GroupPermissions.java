package org.qiao.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.archive.Permissions.Agreements;
import org.qiao.archive.Permissions.Readable;
import org.qiao.messaging.Oversight;
import org.qiao.messaging.Oversight.Permission;
import org.qiao.messaging.Oversight.Stay;
import org.qiao.messaging.Oversight.Window;
import org.springframework.stereotype.Component;

/**
 * For which times groups may be read: while an employee sat there who is archived, and a customer had agreed; of that what he said himself,
 * and what employees said who are archived. What other customers say is withheld.
 */
@Component
class GroupPermissions {

    private final RoomStore rooms;
    private final SpanStore spans;
    private final ArchiveRules rules;
    private final Agreements agreements;
    private final Oversight oversight;

    GroupPermissions(RoomStore rooms, SpanStore spans, ArchiveRules rules, Agreements agreements, Oversight oversight) {
        this.rooms = rooms;
        this.spans = spans;
        this.rules = rules;
        this.agreements = agreements;
        this.oversight = oversight;
    }

    /** Who said yes when, of those who were in some groups; and who of the employees is archived. */
    private record Known(
            Map<Long, List<Long>> customers,
            Map<Long, List<Long>> families,
            Map<Long, List<Window>> agreed,
            Map<Long, List<Stay>> stays,
            Map<Long, List<Window>> archived,
            Map<Long, String> titles,
            @Nullable Instant recalledSince) {}

    /** In the order asked for; those of which nothing may be read are left out. */
    Map<Long, Readable> of(long orgId, Collection<Long> conversations, @Nullable Window within) {
        Map<Long, List<Long>> customers = rooms.customers(orgId, conversations);
        if (customers.isEmpty()) {
            return Map.of();
        }
        Known known = known(orgId, customers);
        Map<Long, Readable> found = new LinkedHashMap<>();
        for (long conversation : conversations) {
            if (customers.containsKey(conversation)) {
                Readable readable = readable(orgId, conversation, known, within);
                if (readable != null) {
                    found.put(conversation, readable);
                }
            }
        }
        return found;
    }

    private Known known(long orgId, Map<Long, List<Long>> customers) {
        Set<Long> ids = customers.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Map<Long, List<Long>> families = agreements.families(orgId, ids);
        Set<Long> contacts = families.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Map<Long, List<Stay>> stays = oversight.stays(orgId, customers.keySet(), contacts).stream()
                .collect(Collectors.groupingBy(Stay::conversationId));
        Set<Long> staff = stays.values().stream()
                .flatMap(List::stream)
                .filter(stay -> !stay.guest())
                .map(Stay::principalId)
                .collect(Collectors.toSet());
        return new Known(
                customers,
                families,
                agreements.of(orgId, ids),
                stays,
                spans.of(orgId, staff),
                oversight.titles(orgId, customers.keySet()),
                rules.of(orgId).recalledSince());
    }

    private static @Nullable Readable readable(long orgId, long conversation, Known known, @Nullable Window within) {
        List<Stay> stays = known.stays().getOrDefault(conversation, List.of());
        Map<Long, List<Window>> speakers = new HashMap<>();
        for (long customer : known.customers().getOrDefault(conversation, List.of())) {
            List<Window> his = Coverage.union(known.agreed().getOrDefault(customer, List.of()));
            known.families().getOrDefault(customer, List.of(customer)).forEach(contact -> speakers.put(contact, his));
        }
        List<Window> covered = new ArrayList<>();
        List<Window> agreed = new ArrayList<>();
        for (Stay stay : stays) {
            if (!stay.guest()) {
                speakers.put(stay.principalId(), known.archived().getOrDefault(stay.principalId(), List.of()));
            }
            List<Window> there =
                    Coverage.both(List.of(stay.window()), speakers.getOrDefault(stay.principalId(), List.of()));
            (stay.guest() ? agreed : covered).addAll(there);
        }
        List<Window> both = Coverage.both(Coverage.union(covered), Coverage.union(agreed));
        List<Window> readable = within == null ? both : Coverage.both(both, List.of(within));
        return readable.isEmpty()
                ? null
                : new Readable(
                        new Permission(orgId, conversation, readable, known.recalledSince(), speakers),
                        null,
                        known.titles().getOrDefault(conversation, ""),
                        stays.stream()
                                .filter(stay -> !stay.guest())
                                .map(Stay::principalId)
                                .toList());
    }
}
