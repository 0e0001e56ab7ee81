package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.ding.Alarm.draft;
import static org.qiao.ding.Alarm.ladder;
import static org.qiao.ding.Alarm.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The largest DING there is. The time is printed, not judged: docs/performance.md has it. */
@QiaoTest
@Isolated
class ManyRecipientsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyRecipientsTest.class);
    private static final int PEOPLE = 2_000;

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    private TestOrg org;

    @Test
    void twoThousandPeopleReachTheQueuesSetBySetAndOneMoreIsRefused() {
        Alarm alarm = new Alarm(http, jdbc);
        org = alarm.awake(given.org());
        TestUser sender = org.user("总调度");
        people(org);
        Map<String, Object> range = Map.of("departments", List.of(org.rootDepartmentId()));

        for (String round : List.of("at first", "once more")) {
            long start = System.nanoTime();
            long ding = alarm.sent(sender, draft(range, ladder(step(0, "PERSON", "APP", "PUSH", "SMS"))));
            long sent = System.nanoTime();
            Await.until(() -> orders(org, ding) == 2 * PEOPLE);
            long queued = System.nanoTime();
            LOG.info(
                    "{} recipients, {}: sent in {} ms, in the queues after {} ms",
                    PEOPLE,
                    round,
                    Duration.ofNanos(sent - start).toMillis(),
                    Duration.ofNanos(queued - start).toMillis());
        }

        org.user("一个太多");
        assertThat(alarm.send(sender, draft(range, null)).code()).isEqualTo("ding.too_many_recipients");
    }

    private long orders(TestOrg org, long ding) {
        return jdbc.sql("select count(*) from notice_order where org_id = :org and order_key like :keys")
                .param("org", org.id())
                .param("keys", "ding:" + ding + ":%")
                .query(Long.class)
                .single();
    }

    private void people(TestOrg org) {
        jdbc.sql("""
                        with person as (
                            insert into principal (kind, org_id)
                            select 'MEMBER', :org from generate_series(1, :count)
                            returning id
                        ), member as (
                            insert into directory_member (principal_id, org_id, name, state)
                            select id, :org, '工人' || id, 'ACTIVE' from person
                        )
                        select count(*) from person
                        """)
                .param("org", org.id())
                .param("count", PEOPLE)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into directory_department_member (org_id, department_id, principal_id, main)
                        select m.org_id, :department, m.principal_id, true
                        from directory_member m
                        where m.org_id = :org
                        on conflict do nothing
                        """)
                .param("org", org.id())
                .param("department", org.rootDepartmentId())
                .update();
    }

    /** What is still in the queue is nobody's concern, and must not keep other tests waiting. */
    @AfterEach
    void quiet() {
        jdbc.sql("update notice_order set state = 'CANCELLED' where org_id = :org and state = 'QUEUED'")
                .param("org", org.id())
                .update();
    }
}
