package org.qiao.masssend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.masssend.MassDesk.Client;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Draft;
import org.qiao.platform.Sql;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What time does, and what a crash leaves behind. Alone, because it moves the clock. */
@QiaoTest
@Isolated
class MassClockTest {

    @Autowired
    Given given;

    @Autowired
    MassDesk desk;

    @Autowired
    MassStore masses;

    @Autowired
    CustomerConversations conversations;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** What a runner had taken, and partly said, when it was killed. */
    @Test
    void whatWasBegunBeforeACrashIsFinishedOnceAtItsMinute() {
        TestOrg org = given.org();
        TestUser ann = org.user("安");
        List<Client> clients = IntStream.range(0, 6)
                .mapToObj(n -> desk.client(org, "客" + n, ann))
                .toList();
        desk.listed(ann, 6);
        Instant at = clock.instant().plus(Duration.ofHours(1));
        long id = desk.write(ann, MassDesk.request(MassKind.PERSONAL, "{nickname}早", Map.of("sendAt", at)));
        Mass mass = masses.find(org.id(), id).orElseThrow();
        assertThat(desk.get(ann, id).get("line").get("state").asString()).isEqualTo("WAITING");
        for (int n = 0; n < 3; n++) {
            crashed(mass, clients.get(n));
        }
        Client said = clients.getFirst();
        conversations.say(org.id(), ann.id(), Draft.text(said.thread(), key(mass, said), "客0早"));
        jdbc.sql("update account_guest set name = '改名' where principal_id = :id")
                .param("id", said.guest().id())
                .update();

        clock.forward(Duration.ofMinutes(62));

        desk.awaitState(ann, id, MassState.DONE);
        assertThat(clients).allSatisfy(client -> assertThat(desk.texts(client)).hasSize(1));
        assertThat(desk.texts(said)).containsExactly("客0早");
        assertThat(desk.get(ann, id).get("line").get("sent").asInt()).isEqualTo(6);
        assertThat(jdbc.sql("select sum(used) from masssend_quota where org_id = :org")
                        .param("org", org.id())
                        .query(Integer.class)
                        .single())
                .as("each counted once")
                .isEqualTo(6);

        long next = desk.write(ann, MassDesk.personal("明天再来"));
        desk.awaitState(ann, next, MassState.DONE);
        assertThat(desk.results(ann, next).values()).containsOnly("CAPPED");
        clock.forward(Duration.ofHours(25));
        long tomorrow = desk.write(ann, MassDesk.personal("第二天"));
        desk.awaitState(ann, tomorrow, MassState.DONE);
        assertThat(desk.results(ann, tomorrow).values()).containsOnly("SENT");
        assertThat(desk.as(ann)
                        .post("/api/mass-messages/" + id + "/recall", Map.of())
                        .code())
                .isEqualTo("masssend.recall_over");
    }

    /** Said before a crash, in the words of another language: his answer stands, and those behind him get theirs. */
    @Test
    void oneWhoWantsNoMoreInAnotherLanguageHoldsUpNoOther() {
        TestOrg org = given.org();
        TestUser ann = org.user("安");
        Client changed = desk.client(org, "王", ann);
        Client next = desk.client(org, "李", ann);
        conversations.say(org.id(), ann.id(), Draft.text(changed.thread(), "mass-off-1", "Done."));

        List.of(changed, next)
                .forEach(client -> jdbc.sql("""
                        insert into masssend_opt_out (org_id, customer_id, way, at, conversation_id, seq)
                        values (:org, :customer, 'KEYWORD', now() - interval '900 days', :thread, 1)
                        """)
                        .param("org", org.id())
                        .param("customer", client.guest().id())
                        .param("thread", client.thread())
                        .update());

        Await.until(() -> desk.texts(next).stream().anyMatch(text -> text.startsWith("已为您退订")));
        assertThat(desk.texts(changed)).containsExactly("Done.");
    }

    /** Whatever plan the database makes: two at once would be none, and nobody's message would be taken back any more. */
    @Test
    void ofManyThatAreTakenBackOneComesAtATime() {
        TestUser author = given.org().user("安");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into masssend_mass (org_id, kind, author_id, client_key, text, attachments, target, total,
                                created_at, recall_at, recall_due_at)
                            select :org, 'PERSONAL', :author, 'old-' || n, 'x', '[]', '{}', 0, now(), now(),
                                now() - interval '1000 days'
                            from generate_series(1, 3) n
                            """)
                    .param("org", author.orgId())
                    .param("author", author.id())
                    .update();
            for (String kind : List.of("hashjoin", "mergejoin", "hashagg", "sort", "material")) {
                jdbc.sql("set local enable_" + kind + " = off").update();
            }
            Instant now = clock.instant();
            assertThat(masses.nextRecall(now, now.plusSeconds(1))).isPresent();
            status.setRollbackOnly();
        });
    }

    private static String key(Mass mass, Client client) {
        return "mass-" + mass.id() + "-" + client.guest().id();
    }

    private void crashed(Mass mass, Client client) {
        jdbc.sql("""
                        with q as (
                            insert into masssend_quota (org_id, listener_id, kind, period, used)
                            values (:org, :customer, 'PERSONAL', :period, 1))
                        update masssend_recipient
                        set result = 'SENDING', claimed_at = :at, name = :name, quota_id = :customer, quota_period = :period
                        where org_id = :org and mass_id = :mass and customer_id = :customer
                        """)
                .param("org", mass.orgId())
                .param("mass", mass.id())
                .param("customer", client.guest().id())
                .param(
                        "name",
                        jdbc.sql("select name from customer where principal_id = :id")
                                .param("id", client.guest().id())
                                .query(String.class)
                                .single())
                .param(
                        "period",
                        clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    @Test
    void whoHasNotConfirmedIsRemindedAndLeftOutAfterTheDeadline() {
        TestOrg org = given.org();
        TestUser owner = org.owner();
        TestUser ann = org.user("安");
        TestUser bob = org.user("波");
        Client late = desk.client(org, "王", ann);
        Client intime = desk.client(org, "李", bob);
        desk.listed(ann, 1);
        desk.listed(bob, 1);
        Instant now = clock.instant();
        long id = desk.write(
                owner,
                MassDesk.request(
                        MassKind.COMPANY,
                        "开业",
                        Map.of(
                                "target",
                                Map.of("range", Map.of("everyone", true)),
                                "sendAt",
                                now.plus(Duration.ofHours(2)),
                                "deadline",
                                now.plus(Duration.ofHours(10)))));
        desk.as(bob).post("/api/mass-messages/" + id + "/confirm", Map.of("without", List.of()));
        assertThat(desk.get(owner, id).get("line").get("state").asString()).isEqualTo("WAITING");

        clock.forward(Duration.ofHours(3));
        Await.until(() -> desk.results(owner, id).get("李").equals("SENT"));
        assertThat(desk.as(ann).get("/api/conversations").text()).doesNotContain("请尽快确认");
        clock.forward(Duration.ofHours(4));
        Await.until(() -> desk.as(ann).get("/api/conversations").text().contains("请尽快确认"));
        clock.forward(Duration.ofHours(4));

        desk.awaitState(owner, id, MassState.DONE);
        assertThat(desk.results(owner, id)).isEqualTo(Map.of("李", "SENT", "王", "NOT_CONFIRMED"));
        assertThat(desk.as(ann)
                        .post("/api/mass-messages/" + id + "/confirm", Map.of("without", List.of()))
                        .code())
                .isEqualTo("masssend.not_waiting");
        assertThat(desk.texts(late)).isEmpty();
        assertThat(desk.texts(intime)).containsExactly("开业");
    }
}
