package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.ding.Alarm.draft;
import static org.qiao.ding.Alarm.ladder;
import static org.qiao.ding.Alarm.members;
import static org.qiao.ding.Alarm.step;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.notice.Channel;
import org.qiao.notice.FailReason;
import org.qiao.notice.NoticeMoved;
import org.qiao.notice.NoticeState;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Rival;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The ladder against the clock. Alone, because others move the clock by days. */
@QiaoTest
@Isolated
class LadderClockTest {

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    @Autowired
    Climb climb;

    @Autowired
    LadderClock ladderClock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private Alarm alarm;
    private TestOrg org;
    private TestUser sender;
    private TestUser worker;

    @BeforeEach
    void company() {
        Shift shift = Shift.begin(http, jdbc, given);
        alarm = shift.alarm();
        org = shift.org();
        sender = shift.sender();
        worker = shift.worker();
    }

    private void until(long ding, String... steps) {
        Await.until(() -> alarm.steps(ding).equals(List.of(steps)));
    }

    @Test
    void stepsAreTakenWhenTheirTimeHasComeAndNotBefore() {
        long ding = alarm.sent(sender, draft(members(worker), Alarm.APP_SMS_VOICE));
        until(ding, "0 APP PERSON");

        clock.forward(Duration.ofMinutes(4));
        ladderClock.tick();
        assertThat(alarm.steps(ding)).hasSize(1);
        clock.forward(Duration.ofMinutes(1));
        until(ding, "0 APP PERSON", "1 SMS PERSON");
        clock.forward(Duration.ofMinutes(5));
        until(ding, "0 APP PERSON", "1 SMS PERSON", "2 VOICE PERSON");

        alarm.untilTried(ding, clock);
        assertThat(alarm.orders(ding)).containsExactly("SMS QUEUED", "VOICE QUEUED");
        assertThat(alarm.content(ding, "SMS")).contains("三号线停机", "/ding/", "回复1确认收到");
        assertThat(alarm.content(ding, "VOICE")).contains("请按 1");
    }

    @Test
    void whoConfirmsIsReachedNoMoreAndWhatWaitsIsCancelled() {
        long ding = alarm.sent(sender, draft(members(worker), Alarm.APP_SMS_VOICE));
        clock.forward(Duration.ofMinutes(5));
        until(ding, "0 APP PERSON", "1 SMS PERSON");
        alarm.untilTried(ding, clock);

        assertThat(alarm.as(worker)
                        .post("/api/dings/" + ding + "/confirm", Map.of())
                        .status())
                .isEqualTo(200);
        clock.forward(Duration.ofMinutes(10));
        ladderClock.tick();

        assertThat(alarm.steps(ding)).hasSize(2);
        assertThat(alarm.orders(ding)).containsExactly("SMS CANCELLED");
    }

    @Test
    void afterThirtyMinutesTheManagerIsAskedAndMayConfirm() {
        TestUser boss = org.user("车间主任");
        lead(boss);
        long ding = alarm.sent(
                sender, draft(members(worker), ladder(step(0, "PERSON", "APP"), step(30, "DEPUTY", "APP", "SMS"))));
        until(ding, "0 APP PERSON");
        assertThat(alarm.as(boss).get("/api/dings/" + ding).status()).isEqualTo(404);

        clock.forward(Duration.ofMinutes(30));
        until(ding, "0 APP PERSON", "1 APP DEPUTY", "1 SMS DEPUTY");

        assertThat(alarm.content(ding, "SMS")).contains("工人还没有确认班长的通知");
        var waiting =
                alarm.get(boss, "/api/dings?box=WAITING").get("items").get(0).get("ding");
        long recipient = waiting.get("standIns").get(0).get("recipientId").asLong();
        assertThat(recipient).isEqualTo(alarm.recipient(ding, worker));
        alarm.as(boss).post("/api/dings/" + ding + "/recipients/" + recipient + "/confirm", Map.of());
        var line = alarm.board(sender, ding).get("items").get(0);
        assertThat(line.get("confirmedWay").stringValue()).isEqualTo("STAND_IN");
        assertThat(line.get("confirmedBy").get("id").asLong()).isEqualTo(boss.id());
    }

    @Test
    void aDeputyStandsInBeforeTheManager() {
        TestUser boss = org.user("车间主任");
        TestUser deputy = org.user("副手");
        lead(boss);
        String today =
                clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
        int status = alarm.as(worker)
                .put(
                        "/api/ding-preferences",
                        Map.of("deputy", Map.of("memberId", deputy.id(), "from", today, "until", today)))
                .status();
        assertThat(status).isEqualTo(200);

        long ding =
                alarm.sent(sender, draft(members(worker), ladder(step(0, "PERSON", "APP"), step(0, "DEPUTY", "APP"))));
        until(ding, "0 APP PERSON", "1 APP DEPUTY");

        assertThat(alarm.get(deputy, "/api/dings/summary").get("waiting").asInt())
                .isEqualTo(1);
        assertThat(alarm.get(boss, "/api/dings/summary").get("waiting").asInt()).isZero();
    }

    @Test
    void nobodyToStandInIsWrittenDown() {
        long ding = alarm.sent(
                sender, draft(members(worker), ladder(step(0, "PERSON", "APP"), step(0, "MANAGER", "APP", "SMS"))));
        until(ding, "0 APP PERSON", "1 APP MANAGER");

        var steps = alarm.board(sender, ding).get("items").get(0).get("steps");
        assertThat(steps.get(1).get("reason").stringValue()).isEqualTo("NO_STAND_IN");
    }

    @Test
    void quietHoursPostponeTheWholeLadderToTheirEnd() {
        LocalTime now = clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalTime();
        quiet(worker, now.minusHours(1), now.plusHours(2));
        TestUser awake = org.user("夜班");

        long ding = alarm.sent(sender, draft(members(worker, awake), Alarm.APP_SMS_VOICE));
        until(ding, "0 APP PERSON");
        Await.until(() -> due(ding, worker).isAfter(clock.instant().plus(Duration.ofMinutes(90))));
        assertThat(alarm.get(worker, "/api/dings/" + ding)
                        .get("mine")
                        .get("alertedAt")
                        .isNull())
                .isTrue();

        clock.forward(Duration.ofHours(2));
        Await.until(() -> stepsOf(ding, worker).equals(List.of("0 APP")));
        clock.forward(Duration.ofMinutes(5));
        Await.until(() -> stepsOf(ding, worker).equals(List.of("0 APP", "1 SMS")));
        assertThat(due(ding, worker))
                .as("the distances stay")
                .isAfter(clock.instant().plus(Duration.ofMinutes(3)));
    }

    @Test
    void anAllowedSenderBreaksQuietHoursWithAReasonThatIsOnRecord() {
        LocalTime now = clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalTime();
        quiet(worker, now.minusHours(1), now.plusHours(2));
        Map<String, Object> draft = draft(members(worker), Alarm.APP_SMS_VOICE);
        draft.put("overrideReason", "火警");

        assertThat(alarm.send(sender, draft).code()).isEqualTo("dingrule.override_not_allowed");
        TestUser admin = org.admin();
        long ding = alarm.sent(admin, draft);

        until(ding, "0 APP PERSON");
        var audit = alarm.get(admin, "/api/admin/ding/audit").get("items");
        assertThat(audit.get(0).get("kind").stringValue()).isEqualTo("OVERRIDE");
        assertThat(audit.get(0).get("detail").get("reason").stringValue()).isEqualTo("火警");
    }

    @Test
    void anUnansweredCallIsFollowedByOneSms() {
        long ding = alarm.sent(
                sender, draft(members(worker), ladder(step(0, "PERSON", "VOICE"), step(30, "PERSON", "SMS"))));
        until(ding, "0 VOICE PERSON");
        alarm.untilTried(ding, clock);
        alarm.untilAllIsTold(org.id()); // nothing is newer than what is told now
        String key = alarm.key(ding, "VOICE");

        moved(key, Channel.VOICE, NoticeState.FAILED, FailReason.NO_ANSWER);
        until(ding, "0 SMS PERSON", "0 VOICE PERSON");
        moved(key, Channel.VOICE, NoticeState.FAILED, FailReason.NO_ANSWER);
        alarm.untilAllIsTold(org.id());

        alarm.untilTried(ding, clock);
        assertThat(alarm.orders(ding)).containsExactly("VOICE QUEUED", "SMS QUEUED");
    }

    @Test
    void whoConfirmsAndACallThatEndsUnansweredDoNotWaitForEachOther() {
        long ding = alarm.sent(
                sender, draft(members(worker), ladder(step(0, "PERSON", "VOICE"), step(30, "PERSON", "SMS"))));
        until(ding, "0 VOICE PERSON");
        alarm.untilTried(ding, clock);
        alarm.untilAllIsTold(org.id()); // nothing is newer than what is told now
        String key = alarm.key(ding, "VOICE");
        long recipient = alarm.recipient(ding, worker);

        transaction.executeWithoutResult(
                status -> { // as far as a confirmation has come when the call ends
                    hold("select id from ding_recipient where id = :it::bigint for update", String.valueOf(recipient));
                    Thread.ofVirtual().start(() -> moved(key, Channel.VOICE, NoticeState.FAILED, FailReason.NO_ANSWER));
                    Await.until(() -> Rival.isWaiting(jdbc));
                    hold("select id from ding_step where order_key = :it for update nowait", key);
                });

        until(ding, "0 SMS PERSON", "0 VOICE PERSON");
    }

    private void hold(String sql, String it) {
        assertThat(jdbc.sql(sql).param("it", it).query(Long.class).list()).hasSize(1);
    }

    @Test
    void aRecipientWhoCannotBeServedDoesNotKeepTheOthers() {
        long bad = alarm.sent(sender, draft(members(worker), Alarm.APP_SMS_VOICE));
        long good = alarm.sent(sender, draft(members(worker), Alarm.APP_SMS_VOICE));
        until(bad, "0 APP PERSON");
        until(good, "0 APP PERSON");
        jdbc.sql("update ding set ladder = '{}' where id = :id")
                .param("id", bad)
                .update();

        clock.forward(Duration.ofMinutes(5));

        until(good, "0 APP PERSON", "1 SMS PERSON");
        Await.until(() -> due(bad, worker).isAfter(clock.instant()));
        jdbc.sql("update ding set ladder = (select ladder from ding where id = :good) where id = :id")
                .param("good", good)
                .param("id", bad)
                .update();
    }

    @Test
    void newsToldInTheWrongOrderLeaveTheLatestOnTheBoard() {
        long ding = alarm.sent(sender, draft(members(worker), ladder(step(0, "PERSON", "SMS"))));
        until(ding, "0 SMS PERSON");
        String key = alarm.key(ding, "SMS");
        Instant sent = clock.instant().plus(Duration.ofHours(1));

        moved(key, NoticeState.DELIVERED, sent.plusSeconds(2));
        Await.until(() -> stateOnBoard(ding).equals("DELIVERED"));
        moved(key, NoticeState.SENT, sent);
        alarm.untilAllIsTold(org.id());

        assertThat(stateOnBoard(ding)).isEqualTo("DELIVERED");
    }

    @Test
    void whatHadLeftBeforeItWasCancelledIsShownAsSent() {
        long ding = alarm.sent(sender, draft(members(worker), ladder(step(0, "PERSON", "SMS"))));
        until(ding, "0 SMS PERSON");
        alarm.untilTried(ding, clock);
        Instant sent = clock.instant();
        alarm.as(worker).post("/api/dings/" + ding + "/confirm", Map.of());
        assertThat(stateOnBoard(ding)).isEqualTo("CANCELLED");

        moved(alarm.key(ding, "SMS"), NoticeState.SENT, sent);

        Await.until(() -> stateOnBoard(ding).equals("SENT"));
    }

    @Test
    void somebodyWithoutAnAccountStartsWithAnSms() {
        Map<String, Object> range = Map.of("phones", List.of(Map.of("phone", "139 0013 9001", "name", "王师傅")));
        long ding = alarm.sent(sender, draft(range, Alarm.APP_SMS_VOICE));
        until(ding, "0 SMS PERSON");
        clock.forward(Duration.ofMinutes(5));
        until(ding, "0 SMS PERSON", "1 VOICE PERSON");

        String address = jdbc.sql("select address from notice_order where order_key = :key")
                .param("key", alarm.key(ding, "SMS"))
                .query(String.class)
                .single();
        assertThat(address).isEqualTo("+8613900139001");
        assertThat(alarm.board(sender, ding).toString()).contains("139****9001").doesNotContain("13900139001");
    }

    @Test
    void afterSevenDaysItIsGivenUp() {
        long ding = alarm.sent(sender, draft(members(worker), ladder(step(0, "PERSON", "APP"))));
        until(ding, "0 APP PERSON");

        clock.forward(Duration.ofDays(7));

        Await.until(() -> alarm.state(alarm.recipient(ding, worker)).equals("GAVE_UP"));
        assertThat(alarm.as(worker)
                        .post("/api/dings/" + ding + "/confirm", Map.of())
                        .code())
                .isEqualTo("ding.expired");
    }

    @Test
    void manyClocksTakeEachStepOnce() throws Exception {
        List<TestUser> workers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            workers.add(org.user("工人" + i));
        }
        long ding = alarm.sent(
                sender,
                draft(members(workers.toArray(TestUser[]::new)), ladder(step(0, "PERSON", "APP", "SMS", "VOICE"))));
        List<Callable<Integer>> clocks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clocks.add(() -> climb.once(7));
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> done : threads.invokeAll(clocks)) {
                done.get();
            }
        }

        Await.until(() -> alarm.steps(ding).size() == 90);
        assertThat(alarm.orders(ding)).hasSize(60);
        assertThat(jdbc.sql("select count(distinct order_key) from ding_step where ding_id = :ding")
                        .param("ding", ding)
                        .query(Long.class)
                        .single())
                .isEqualTo(90);
    }

    @Test
    void aStepThatWasCutOffLeavesNothingAndIsDoneOnceAfterwards() {
        long ding = alarm.sent(sender, draftLater());
        long recipient = alarm.recipient(ding, worker);

        transaction.executeWithoutResult(status -> {
            due(recipient, clock.instant().minusSeconds(1));
            climb.once(500);
            assertThat(alarm.steps(ding)).as("within the transaction").hasSize(2);
            status.setRollbackOnly(); // as a kill would
        });
        assertThat(alarm.steps(ding)).isEmpty();
        assertThat(alarm.orders(ding)).isEmpty();

        due(recipient, clock.instant().minusSeconds(1));
        Await.until(() -> alarm.steps(ding).size() == 2);
        due(recipient, clock.instant().minusSeconds(1)); // and if a row said again that it is due
        jdbc.sql("update ding_recipient set step = 0 where id = :id")
                .param("id", recipient)
                .update();
        ladderClock.tick();
        alarm.untilTried(ding, clock);
        assertThat(alarm.orders(ding)).containsExactly("SMS QUEUED");
    }

    private Map<String, Object> draftLater() {
        Map<String, Object> draft = draft(members(worker), ladder(step(0, "PERSON", "APP", "SMS")));
        draft.put("sendAt", clock.instant().plus(Duration.ofDays(1)).toString());
        return draft;
    }

    private void due(long recipient, Instant at) {
        jdbc.sql("update ding_recipient set due_at = :at where id = :id")
                .param("at", at.atOffset(java.time.ZoneOffset.UTC))
                .param("id", recipient)
                .update();
    }

    private Instant due(long ding, TestUser user) {
        return jdbc.sql("select due_at from ding_recipient where ding_id = :ding and principal_id = :id")
                .param("ding", ding)
                .param("id", user.id())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private List<String> stepsOf(long ding, TestUser user) {
        return jdbc.sql("select step || ' ' || way from ding_step where recipient_id = :id order by step, way")
                .param("id", alarm.recipient(ding, user))
                .query(String.class)
                .list();
    }

    private void quiet(TestUser user, LocalTime from, LocalTime until) {
        int status = alarm.as(user)
                .put(
                        "/api/ding-preferences",
                        Map.of(
                                "quiet",
                                Map.of(
                                        "from",
                                        from.withNano(0).toString(),
                                        "until",
                                        until.withNano(0).toString())))
                .status();
        assertThat(status).isEqualTo(200);
    }

    private void lead(TestUser boss) {
        jdbc.sql("update directory_department set head_id = :head where id = :id")
                .param("head", boss.id())
                .param("id", org.rootDepartmentId())
                .update();
    }

    private void moved(String key, NoticeState state, Instant at) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new NoticeMoved(org.id(), key, Channel.SMS, state, null, at)));
    }

    private String stateOnBoard(long ding) {
        return alarm.board(sender, ding).at("/items/0/steps/0/state").stringValue();
    }

    private void moved(String key, Channel channel, NoticeState state, FailReason reason) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new NoticeMoved(org.id(), key, channel, state, reason, clock.instant())));
    }
}
