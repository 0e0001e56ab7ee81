package org.qiao.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.qiao.platform.Problem;
import org.qiao.reminder.ReminderDue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the sample does after its transaction, because it needs it committed: groups and what is said in them, moments and what customers
 * say to them, mass messages, a hand-over. A script whose steps are each harmless to repeat (keys, "unless"), so whatever comes between
 * (a crash, something that is not ready yet) the whole of it is played again.
 */
@Component
class SampleSequel {

    private static final Logger LOG = LoggerFactory.getLogger(SampleSequel.class);
    private static final int ATTEMPTS = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SampleTexts texts;
    private final SampleScript script;
    private final SampleFront front;
    private final Doors doors;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SampleSequel(
            SampleTexts texts,
            SampleScript script,
            SampleFront front,
            Doors doors,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.texts = texts;
        this.script = script;
        this.front = front;
        this.doors = doors;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** In no transaction: each step has its own. */
    @Async
    @TransactionalEventListener(condition = "#due.topic() == 'sample'")
    void on(ReminderDue due) {
        String[] key = due.key().split(":");
        long owner = Long.parseLong(key[2]);
        int attempt = Integer.parseInt(key[3]);
        Instant now = clock.instant();
        try {
            SampleScene scene = scene(due.orgId(), owner, now);
            script.play(scene, new SampleNames(scene.org().ids()), texts.steps("sequel.json"));
            LOG.info(
                    "Rest of the sample company loaded in {} ms, attempt {}",
                    Duration.between(now, clock.instant()).toMillis(),
                    attempt);
        } catch (Problem problem) {
            if (attempt >= ATTEMPTS) {
                throw problem;
            }
            LOG.info("Rest of the sample company waits: {}", problem.code());
            transaction.executeWithoutResult(status ->
                    front.order(due.orgId(), owner, attempt + 1, clock.instant().plus(PAUSE)));
        }
    }

    /** As the people are called now. */
    private SampleScene scene(long orgId, long ownerId, Instant now) {
        Actor owner = new Actor(orgId, ownerId, Set.of(Grant.OWNER), Locale.SIMPLIFIED_CHINESE, SamplePeople.ZONE);
        Map<String, Long> byName = new HashMap<>();
        doors.call(owner, "GET /api/members?limit=200", null)
                .path("items")
                .forEach(person -> byName.put(
                        person.path("name").stringValue(), person.path("id").longValue()));
        Map<String, Long> ids = new HashMap<>();
        texts.company().people().stream()
                .filter(person -> byName.containsKey(person.name()))
                .forEach(person -> ids.put(person.key(), SampleOrg.require(byName, person.name())));
        return new SampleScene(
                new SampleOrg(owner, ids),
                SampleCalendar.before(now, SamplePeople.ZONE),
                new SampleChats.Makings(),
                now);
    }
}
