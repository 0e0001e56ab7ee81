package org.qiao.customergroup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.qiao.account.Guests;
import org.qiao.directory.Members;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes groups: first the row, then the conversation under a key made of it, then both are tied together. What a crash left between
 * is taken up again by the clock.
 */
@Component
class Openings {

    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(20);
    private static final int AT_ONCE = 50;
    private static final int ATTEMPTS = 8;
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final CustomerGroupStore store;
    private final GroupFeedStore feed;
    private final GroupLog log;
    private final GroupGates gates;
    private final Neighbours neighbours;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Openings(
            CustomerGroupStore store,
            GroupFeedStore feed,
            GroupLog log,
            GroupGates gates,
            Neighbours neighbours,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.feed = feed;
        this.log = log;
        this.gates = gates;
        this.neighbours = neighbours;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What other modules know. */
    @Component("customergroupNeighbours")
    record Neighbours(CustomerConversations conversations, Members members, Guests guests) {}

    /**
     * A group that shall be opened; who asks and who is in it was checked.
     *
     * @param openedBy whose key it is
     * @param key the same key of the same opener gives the same group; 1 to 64 characters
     */
    record NewGroup(
            long orgId, long ownerId, long openedBy, String key, String title, List<Long> staff, List<Long> customers) {

        NewGroup {
            staff = List.copyOf(staff);
            customers = List.copyOf(customers);
        }
    }

    /** @param created false: the key was used before */
    record Opened(CustomerGroup group, boolean created) {}

    /** Not within a transaction. */
    Opened open(NewGroup wanted) {
        Instant now = clock.instant();
        Optional<Long> fresh = store.insert(wanted, now);
        long id = fresh.orElseGet(() ->
                store.findKey(wanted.orgId(), wanted.openedBy(), wanted.key()).orElseThrow());
        CustomerGroup row = store.find(wanted.orgId(), id).orElseThrow();
        if (row.conversationId() == null && !row.dissolved()) {
            finish(row);
        }
        return new Opened(store.find(wanted.orgId(), id).orElseThrow(), fresh.isPresent());
    }

    private void finish(CustomerGroup row) {
        long orgId = row.orgId();
        Set<Long> staff = neighbours.members().present(orgId, row.first().staff());
        Set<Long> customers =
                neighbours.guests().faces(orgId, row.first().customers()).keySet();
        Actor owner = new Actor(orgId, row.ownerId(), Set.of(), Locale.ROOT, ZoneOffset.UTC);
        long conversation = neighbours.conversations().openGroup(owner, row.title(), staff, customers, row.key());
        transaction.executeWithoutResult(status -> {
            if (store.setConversation(orgId, row.id(), conversation)) {
                feed.add(List.of(new Stretch(orgId, conversation, 1, 1)));
            }
        });
        gates.opened(orgId, conversation);
        log.read(orgId, row.id());
    }

    private void failed(CustomerGroup row, RuntimeException why) {
        Instant now = clock.instant();
        boolean over = store.openLater(row, now.plus(AGAIN)) >= ATTEMPTS;
        LOG.error("Customer group {} was not made{}", row.id(), over ? " and is given up" : " yet", why);
        if (over) {
            store.giveUp(row.orgId(), row.id(), now);
        }
    }

    /** What a crash left half made. */
    void takeUp() {
        Instant begun = clock.instant();
        for (CustomerGroup row : store.unopened(begun.minus(LEFT_BEHIND), begun, AT_ONCE)) {
            try {
                finish(row);
            } catch (Problem problem) {
                LOG.warn("A customer group could not be made: {}", problem.code());
                store.giveUp(row.orgId(), row.id(), clock.instant());
            } catch (RuntimeException e) { // an edge: one that fails keeps no other from its turn
                failed(row, e);
            }
        }
    }
}
