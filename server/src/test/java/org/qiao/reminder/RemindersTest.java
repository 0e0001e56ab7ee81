package org.qiao.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.platform.Problem;
import org.qiao.platform.Sql;
import org.qiao.reminder.ReminderTime.At;
import org.qiao.reminder.ReminderTime.EveryWorkDay;
import org.qiao.reminder.ReminderTime.OnWorkDay;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.ReminderRecorder;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.workcalendar.WorkCalendar;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine against the clock. Alone, because others move the clock by days. */
@QiaoTest
@Isolated
class RemindersTest {

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RestTestClient http;

    @Autowired
    TestClock clock;

    @Autowired
    Reminders reminders;

    @Autowired
    Firing firing;

    @Autowired
    ReminderClock reminderClock;

    @Autowired
    Replanning replanning;

    @Autowired
    ReminderRecorder heard;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    MeterRegistry meters;

    @Autowired
    TransactionTemplate transaction;

    private TestOrg org;

    @BeforeEach
    void company() {
        org = given.org();
    }

    private <T> T inTransaction(Supplier<T> action) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> action.get()));
    }

    private Reminder in(String key, Duration time) {
        return Reminder.of("example", "example:" + key, new At(clock.instant().plus(time)));
    }

    private Optional<Instant> set(Reminder reminder) {
        return inTransaction(() -> reminders.set(org.id(), reminder));
    }

    private List<String> waiting() {
        return jdbc.sql("select reminder_key from reminder_item where org_id = :org order by reminder_key")
                .param("org", org.id())
                .query(String.class)
                .list();
    }

    private Instant dueAt(String key) {
        return jdbc.sql("select due_at from reminder_item where org_id = :org and reminder_key = :key")
                .param("org", org.id())
                .param("key", "example:" + key)
                .query((rs, n) -> Sql.instant(rs, "due_at"))
                .single();
    }

    @Test
    void servedWhenItsTimeHasComeAndNotBefore() {
        Instant due = set(in("1", Duration.ofSeconds(5))).orElseThrow();
        reminderClock.tick();
        assertThat(heard.keys(org.id())).isEmpty();

        Await.until(() -> !heard.of(org.id()).isEmpty()); // no clock is moved: five seconds pass

        ReminderDue event = heard.of(org.id()).getFirst();
        assertThat(event.key()).isEqualTo("example:1");
        assertThat(event.topic()).isEqualTo("example");
        assertThat(event.occasion()).isEqualTo(due);
        assertThat(event.at()).isAfterOrEqualTo(event.occasion());
        assertThat(waiting()).isEmpty();
        clock.forward(Duration.ofHours(1));
        reminderClock.tick();
        assertThat(heard.of(org.id())).hasSize(1);
    }

    @Test
    void whatHasPassedIsServedAtOnce() {
        set(in("1", Duration.ofHours(-3)));

        Await.until(() -> heard.keys(org.id()).equals(List.of("example:1")));
    }

    @Test
    void whatWasRolledBackWasNeverSet() {
        transaction.executeWithoutResult(status -> {
            reminders.set(org.id(), in("1", Duration.ofSeconds(1)));
            status.setRollbackOnly();
        });
        set(in("2", Duration.ofSeconds(1)));
        transaction.executeWithoutResult(status -> {
            reminders.cancel(org.id(), "example:2");
            status.setRollbackOnly();
        });
        clock.forward(Duration.ofSeconds(2));

        Await.until(() -> !heard.of(org.id()).isEmpty());
        assertThat(heard.keys(org.id())).containsExactly("example:2");
        assertThatThrownBy(() -> reminders.set(org.id(), in("3", Duration.ZERO)))
                .as("outside of a transaction")
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theSameKeyReplacesWhatWasThere() {
        set(in("1", Duration.ofMinutes(1)));
        set(in("1", Duration.ofHours(5)));
        clock.forward(Duration.ofMinutes(2));
        reminderClock.tick();

        assertThat(heard.of(org.id())).isEmpty();
        assertThat(waiting()).containsExactly("example:1");
        clock.forward(Duration.ofHours(5));
        Await.until(() -> heard.of(org.id()).size() == 1);
    }

    @Test
    void cancelledByKeyInOneCompanyOnly() {
        TestOrg other = given.org();
        for (String key : new String[] {"1:limit", "1:remind", "12:limit", "2:limit"}) {
            set(in(key, Duration.ofHours(1)));
        }
        inTransaction(() -> reminders.set(other.id(), in("1:limit", Duration.ofHours(1))));

        assertThat(inTransaction(() -> reminders.cancel(org.id(), "example:1:limit")))
                .isTrue();
        assertThat(inTransaction(() -> reminders.cancel(org.id(), "example:1:remind")))
                .isTrue();
        assertThat(inTransaction(() -> reminders.cancel(org.id(), "example:2:limit")))
                .isTrue();
        assertThat(inTransaction(() -> reminders.cancel(org.id(), "example:2:limit")))
                .isFalse();
        assertThat(waiting()).containsExactly("example:12:limit");

        clock.forward(Duration.ofHours(2));
        Await.until(() -> heard.keys(other.id()).equals(List.of("example:1:limit")));
        Await.until(() -> heard.keys(org.id()).equals(List.of("example:12:limit")));
    }

    /** Nobody listens to this topic: no event is kept for anybody, and what is measured is the engine. */
    @Test
    void tenThousandAtOnceAreServedInBoundedBatches() {
        int many = 10_000;
        At time = new At(clock.instant().plus(Duration.ofHours(1)));
        List<Reminder> all = IntStream.range(0, many)
                .mapToObj(n -> Reminder.of("unheard", "unheard:" + n, time))
                .toList();
        long start = System.nanoTime();
        inTransaction(() -> reminders.setAll(org.id(), all));
        long setAt = System.nanoTime();
        double servedBefore = served();

        clock.forward(Duration.ofHours(2));
        assertThat(firing.once(ReminderClock.BATCH)).isLessThanOrEqualTo(ReminderClock.BATCH);
        Await.until(() -> waiting().isEmpty());
        System.out.printf(
                "10,000 reminders: set in %d ms, served in %d ms%n",
                (setAt - start) / 1_000_000, (System.nanoTime() - setAt) / 1_000_000);

        assertThat(served() - servedBefore).isEqualTo(many);
        assertThat(jdbc.sql("select count(*) from event_publication where serialized_event like '%unheard:%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private double served() {
        return meters.counter("qiao.reminder.served", "topic", "unheard").count();
    }

    @Test
    void severalClocksServeEachOnce() throws Exception {
        int many = 1_000;
        inTransaction(() -> reminders.setAll(
                org.id(),
                IntStream.range(0, many)
                        .mapToObj(n -> in("n" + n, Duration.ofHours(1)))
                        .toList()));
        clock.forward(Duration.ofHours(2));

        List<Callable<Integer>> clocks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clocks.add(() -> {
                int sum = 0;
                for (int served = firing.once(100); served > 0; served = firing.once(100)) {
                    sum += served;
                }
                return sum;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> done : threads.invokeAll(clocks)) {
                done.get();
            }
        }

        Await.until(() -> waiting().isEmpty());
        Await.until(() -> heard.of(org.id()).size() >= many);
        assertThat(new HashSet<>(heard.keys(org.id()))).hasSize(many);
        assertThat(heard.of(org.id())).hasSize(many);
    }

    @Test
    void whoCancelsWhileItIsServedLearnsWhetherHeWasInTime() throws Exception {
        int many = 300;
        List<Reminder> all = IntStream.range(0, many)
                .mapToObj(n -> in("n" + n, Duration.ofMinutes(1)))
                .toList();
        inTransaction(() -> reminders.setAll(org.id(), all));

        Set<String> cancelled = new HashSet<>();
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> serving = threads.submit(() -> {
                begun.await();
                clock.forward(Duration.ofMinutes(1));
                while (firing.once(20) > 0) {
                    continue;
                }
                return null;
            });
            for (Reminder reminder : all.reversed()) {
                if (inTransaction(() -> reminders.cancel(org.id(), reminder.key()))) {
                    cancelled.add(reminder.key());
                }
                begun.countDown();
            }
            serving.get();
        }
        Await.until(() -> waiting().isEmpty());
        Await.until(() -> heard.of(org.id()).size() + cancelled.size() >= many);

        assertThat(heard.keys(org.id())).doesNotContainAnyElementsOf(cancelled).doesNotHaveDuplicates();
        assertThat(heard.of(org.id()).size() + cancelled.size()).isEqualTo(many);
    }

    @Test
    void whatComesAgainMovesToItsNextOccasionAndOneMissedIsMadeUpFor() {
        WorkCalendar calendar = calendars.of(org.id());
        LocalTime time = clock.instant()
                .atZone(calendar.zone())
                .toLocalTime()
                .plusMinutes(7)
                .truncatedTo(ChronoUnit.MINUTES);
        Reminder daily =
                Reminder.of("example", "example:daily", new EveryWorkDay(time, calendar.dateOf(clock.instant()), null));
        Instant first = set(daily).orElseThrow();
        assertThat(first).isAfter(clock.instant());

        clock.forward(Duration.between(clock.instant(), first).plusSeconds(1));
        Await.until(() -> heard.of(org.id()).size() == 1);
        Instant second = dueAt("daily");
        assertThat(second).isEqualTo(calendar.at(calendar.nextWorkDay(calendar.dateOf(first)), time));

        Instant later = calendar.at(calendar.plusWorkDays(calendar.dateOf(second), 3), time)
                .plusSeconds(60);
        clock.forward(Duration.between(clock.instant(), later));
        Await.until(() -> dueAt("daily").isAfter(clock.instant()));
        Await.until(() -> heard.of(org.id()).size() == 2);
        assertThat(heard.of(org.id()).get(1).occasion()).isEqualTo(second);
        assertThat(inTransaction(() -> reminders.cancel(org.id(), "example:daily")))
                .isTrue();
    }

    @Test
    void aRuleThatIsOverSetsNothingAndRemovesWhatWasThere() {
        set(in("1", Duration.ofHours(1)));
        LocalDate past = LocalDate.of(2026, 1, 5);

        assertThat(set(Reminder.of("example", "example:1", new EveryWorkDay(LocalTime.NOON, past, past))))
                .isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aNewDayOffMovesWhatWasPlannedForIt() {
        WorkCalendar calendar = calendars.of(org.id());
        LocalDate friday = calendar.plusWorkDays(calendar.dateOf(clock.instant()), 10);
        LocalDate monday = calendar.nextWorkDay(friday);
        set(Reminder.of("example", "example:before", new OnWorkDay(monday, -1, LocalTime.of(9, 0))));
        set(Reminder.of("example", "example:at", new At(calendar.at(friday, LocalTime.of(10, 0))))
                .with(Restraint.WORK_TIME));
        assertThat(dueAt("before")).isEqualTo(calendar.at(friday, LocalTime.of(9, 0)));

        new TestBrowser(http)
                .signedIn(org.admin())
                .put("/api/admin/calendar/days/" + friday, Map.of("work", false, "name", "厂庆"));

        LocalDate thursday = calendar.plusWorkDays(friday, -1);
        Await.until(() -> dueAt("before").equals(calendar.at(thursday, LocalTime.of(9, 0))));
        Await.until(() -> dueAt("at").equals(calendar.at(monday, LocalTime.of(9, 0))));
    }

    /** As when a new version of the program knows more holidays: nobody told. */
    @Test
    void theStartOfTheServerPlansAgain() {
        WorkCalendar calendar = calendars.of(org.id());
        LocalDate day = calendar.plusWorkDays(calendar.dateOf(clock.instant()), 20);
        set(Reminder.of("example", "example:1", new OnWorkDay(day, 0, LocalTime.of(9, 0))));
        jdbc.sql("update reminder_item set due_at = due_at + interval '3 days' where org_id = :org")
                .param("org", org.id())
                .update();

        replanning.atStart();

        Await.until(() -> dueAt("1").equals(calendar.at(day, LocalTime.of(9, 0))));
    }

    @Test
    void oneThatCannotBeServedDoesNotKeepTheOthers() {
        set(in("bad", Duration.ofMinutes(1)));
        set(in("good", Duration.ofMinutes(1)));
        jdbc.sql("""
                        update reminder_item set rule = '{"kind":"unknown"}'
                        where org_id = :org and reminder_key = 'example:bad'
                        """).param("org", org.id()).update();

        clock.forward(Duration.ofMinutes(2));

        Await.until(() -> heard.keys(org.id()).equals(List.of("example:good")));
        Await.until(() -> dueAt("bad").isAfter(clock.instant().plus(Duration.ofMinutes(5))));
        inTransaction(() -> reminders.cancel(org.id(), "example:bad"));
    }

    @Test
    void aCompanyHasOnlySoManyOpenReminders() {
        jdbc.sql("""
                        insert into reminder_item (org_id, reminder_key, topic, rule, recipients, ways, restraint, valid_seconds,
                            occasion_at, due_at, created_at)
                        select :org, 'example:' || n, 'example', '{"kind":"at","moment":"2999-01-01T00:00:00Z"}', '{}', '{}', 'NONE', 60,
                            '2999-01-01T00:00:00Z', '2999-01-01T00:00:00Z', now()
                        from generate_series(1, :max) n
                        """).param("org", org.id()).param("max", Reminders.OPEN_MAX).update();

        assertThatThrownBy(() -> set(in("x", Duration.ofHours(1))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.is(ReminderProblem.TOO_MANY)).isTrue());
        assertThat(inTransaction(() -> reminders.set(given.org().id(), in("x", Duration.ofHours(1)))))
                .as("another company")
                .isPresent();
        assertThat(inTransaction(() -> reminders.cancel(org.id(), "example:1"))).isTrue();
        assertThat(set(in("x", Duration.ofHours(1)))).isPresent();
        jdbc.sql("delete from reminder_item where org_id = :org")
                .param("org", org.id())
                .update();
    }
}
