package org.qiao.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.account.AccountProblem;
import org.qiao.account.Links;
import org.qiao.contactway.BusinessCards;
import org.qiao.messaging.ConversationView;
import org.qiao.messaging.Conversations;
import org.qiao.messaging.Entries;
import org.qiao.messaging.EntryView;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Loads the sample once and looks at it from all sides. */
@QiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated // in the days that others let pass its customers are handed over and erased before they have said everything
class SampleLoaderTest {

    @Autowired
    SampleLoader loader;

    @Autowired
    SampleTexts texts;

    @Autowired
    Links links;

    @Autowired
    BusinessCards cards;

    @Autowired
    Environment environment;

    @Autowired
    Conversations conversations;

    @Autowired
    Entries entries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    private @Nullable SampleOrg loaded;

    @Test
    void thePeopleAreThereInEveryState() {
        long org = sample().orgId();

        assertThat(count("select count(*) from directory_member where org_id = :org", org))
                .isEqualTo(60);
        assertThat(count(
                        "select count(*) from directory_department where org_id = :org and parent_id is not null", org))
                .isEqualTo(9);
        assertThat(count("select count(distinct state) from directory_member where org_id = :org", org))
                .isEqualTo(4);
        assertThat(count("select count(*) from directory_role where org_id = :org", org))
                .isEqualTo(3);
        assertThat(count("""
                select count(*) from account a join principal p on p.account_id = a.id
                where p.org_id = :org and a.password_hash is not null
                """, org)).isZero();
    }

    @Test
    void everyLogIsDenseAndInTheOrderOfTime() {
        long org = sample().orgId();

        assertThat(count("select count(*) from messaging_entry where org_id = :org", org))
                .isGreaterThan(8_600);
        assertThat(count("""
                select count(*) from messaging_head h
                where h.org_id = :org and (h.seq, h.message_no) <> (
                    select count(*), count(*) filter (where e.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD'))
                    from messaging_entry e where e.conversation_id = h.conversation_id)
                """, org)).isZero();
        assertThat(count("""
                select count(*) from messaging_entry a join messaging_entry b
                    on b.conversation_id = a.conversation_id and b.seq = a.seq + 1
                where a.org_id = :org and b.created_at < a.created_at
                """, org)).isZero();
        assertThat(jdbc.sql(
                                "select max(created_at) < now() + interval '400 days' from messaging_entry where org_id = :org")
                        .param("org", org)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theListsOfItsPeopleLookLivedIn() {
        SampleOrg org = sample();

        for (String guide : texts.company().guides()) {
            List<ConversationView> list = conversations.list(org.actor(guide), null, 200).items().stream()
                    .filter(chat -> chat.peer() == null || chat.peer().app() == null) // cards still come
                    .toList();
            assertThat(list).hasSizeGreaterThan(11);
            assertThat(list.stream().filter(chat -> chat.unread() > 0)).hasSizeBetween(1, list.size() - 3);
            assertThat(list.getFirst().pinned()).isTrue();
            for (ConversationView chat : list) {
                long unseen = entries.list(org.actor(guide), chat.id(), null, chat.readSeq(), 200).items().stream()
                        .filter(entry -> entry.no() > chat.readNo())
                        .map(EntryView::no)
                        .distinct()
                        .count();
                assertThat(chat.unread()).isEqualTo(unseen).isLessThan(10);
            }
        }
    }

    @Test
    void approvalsAreInEveryStateAndSomeWaitForTheOwner() {
        SampleOrg org = sample();

        List<String> states = jdbc.sql("select distinct state from approval where org_id = :org order by state")
                .param("org", org.orgId())
                .query(String.class)
                .list();
        assertThat(states).containsExactly("AGREED", "REFUSED", "RETURNED", "REVOKED", "RUNNING");
        assertThat(count("select count(*) from approval where org_id = :org", org.orgId()))
                .isEqualTo(texts.approvals().size());
        assertThat(jdbc.sql("""
                        select count(*) from approval_task
                        where org_id = :org and assignee_id = :owner and state = 'OPEN'
                        """)
                        .param("org", org.orgId())
                        .param("owner", org.owner().principalId())
                        .query(Integer.class)
                        .single())
                .isBetween(2, 3); // a public holiday may shorten a leave
        assertThat(count("select count(*) from approval_comment where org_id = :org", org.orgId()))
                .isGreaterThan(3);
        assertThat(count("""
                select count(*) from approval_event e join approval a on a.org_id = e.org_id and a.id = e.approval_id
                where e.org_id = :org and e.at < a.submitted_at
                """, org.orgId())).isZero();
    }

    @Test
    void reportsAreReadLikedAndTalkedAbout() {
        SampleOrg org = sample();

        assertThat(count("select count(*) from report where org_id = :org", org.orgId()))
                .isEqualTo(texts.reports().size() - 2);
        assertThat(count("select count(*) from report_draft where org_id = :org", org.orgId()))
                .isEqualTo(2);
        assertThat(count("select count(*) from report where org_id = :org and late", org.orgId()))
                .isBetween(0L, 2L); // a public holiday moves the deadline
        assertThat(count("select count(*) from report_comment where org_id = :org and reply_to > 0", org.orgId()))
                .isGreaterThan(5);
        assertThat(count("select sum(likes) from report where org_id = :org", org.orgId()))
                .isGreaterThan(9);
        assertThat(count("""
                select count(*) from report_reader where org_id = :org and read_version = 0
                """, org.orgId())).isBetween(3L, 6L);
        assertThat(count("""
                select count(*) from report r
                where r.org_id = :org and not exists (
                    select 1 from report_reader d where d.org_id = r.org_id and d.report_id = r.id and d.recipient)
                """, org.orgId())).isZero();
    }

    @Test
    void picturesAndDocumentsCanBeOpened() {
        long org = sample().orgId();

        assertThat(count("select count(*) from file_blob where org_id = :org and thumbnail is not null", org))
                .isEqualTo(10);
        assertThat(jdbc.sql("select distinct type from file_blob where org_id = :org")
                        .param("org", org)
                        .query(String.class)
                        .list())
                .contains(
                        "image/png",
                        "image/jpeg",
                        "application/pdf",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(count("select count(*) from messaging_entry where org_id = :org and kind = 'RECALL'", org))
                .isOne();
    }

    @Test
    void thePrintedLinksSignInAndWorkOnce() {
        SampleStart start = new SampleStart(loader, texts, links, cards, environment);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        start.print(sample(), new PrintStream(bytes, true, UTF_8));

        Matcher link = Pattern.compile("http://localhost:\\d+/link/(\\S+)").matcher(bytes.toString(UTF_8));
        for (String guide : texts.company().guides()) {
            assertThat(link.find()).isTrue();
            String name = texts.company().person(guide).name();
            http.post()
                    .uri("/api/links/" + link.group(1))
                    .body(Map.of())
                    .exchange()
                    .expectStatus()
                    .is2xxSuccessful()
                    .expectBody()
                    .jsonPath("$.member.name")
                    .isEqualTo(name);
            http.post()
                    .uri("/api/links/" + link.group(1))
                    .body(Map.of())
                    .exchange()
                    .expectStatus()
                    .isEqualTo(410);
        }
        Matcher card = Pattern.compile("http://localhost:\\d+(/v/\\S+)").matcher(bytes.toString(UTF_8));
        assertThat(card.find()).isTrue();
        http.get()
                .uri(card.group(1).replace("/v/", "/api/visit/ways/"))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    @Test
    void customersCameByCodesAndAreLookedAfter() {
        long org = sample().orgId();
        int customers = texts.customers().size();

        assertThat(count("select count(*) from customer where org_id = :org and consent_version is not null", org))
                .isEqualTo(customers);
        assertThat(count("""
                select count(*) from customer_relation r
                where r.org_id = :org and r.conversation_id is null
                """, org)).isZero();
        assertThat(count("select count(distinct stage) from customerprofile_person where org_id = :org", org))
                .isGreaterThan(4);
        assertThat(count("select sum(opened) from contactway_day where org_id = :org", org))
                .isEqualTo(customers);
        assertThat(count("select count(*) from followup_task where org_id = :org and done_at is null", org))
                .isGreaterThan(4);
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(count(
                                "select count(*) from customercare_thread where org_id = :org and since_seq is not null",
                                org))
                        .isBetween(3L, 5L));
    }

    @Test
    void theRestIsThereAMomentLater() {
        long org = sample().orgId();

        await().dontCatchUncaughtExceptions().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(count("select coalesce(sum(comments), 0) from moment_post where org_id = :org", org))
                    .isGreaterThan(5); // the last of it
            assertThat(count("select count(*) from handover_transfer where org_id = :org and state = 'DONE'", org))
                    .isOne();
            assertThat(count("select count(*) from customerguard_hit where org_id = :org", org))
                    .isEqualTo(2);
            assertThat(count("select count(*) from masssend_recipient where org_id = :org and result = 'SENT'", org))
                    .isGreaterThan(3);
        });
        assertThat(count("select count(*) from customergroup where org_id = :org", org))
                .isEqualTo(2);
        assertThat(count("select count(*) from customergroup_member where org_id = :org and code_id is not null", org))
                .as("who came by the code of a group")
                .isEqualTo(5);
        assertThat(count("select count(*) from handover_leaver where org_id = :org", org))
                .isOne();
        assertThat(count("select count(*) from privacy_erasure where org_id = :org and state = 'WAITING'", org))
                .isOne();
    }

    @Test
    void onceThereIsACompanyTheSampleIsRefused() {
        given.org();

        assertThatThrownBy(() -> loader.loadFirst(Locale.SIMPLIFIED_CHINESE))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.is(AccountProblem.SETUP_DONE))
                                .isTrue());
        http.post()
                .uri("/api/setup/sample")
                .body(Map.of("locale", "zh-CN"))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("account.setup_done");
    }

    private synchronized SampleOrg sample() {
        SampleOrg org = loaded;
        if (org == null) {
            org = loader.load(Locale.SIMPLIFIED_CHINESE); // the loader prints how long it took
            loaded = org;
        }
        return org;
    }

    private long count(String sql, long orgId) {
        return jdbc.sql(sql).param("org", orgId).query(Long.class).single();
    }
}
