package org.qiao.messagenotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.messaging.Conversations;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One message to the largest group, all of whose members want to be told. The time is printed, not judged: docs/performance.md has it. */
@QiaoTest
@Isolated
class LargeGroupTest {

    private static final Logger LOG = LoggerFactory.getLogger(LargeGroupTest.class);
    private static final int PEOPLE = 9_999;

    @Autowired
    Post post;

    @Autowired
    Given given;

    private TestOrg org;

    @Autowired
    Conversations conversations;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tenThousandPeopleAreToldOfOneMessage() {
        org = given.org();
        TestUser sender = org.user("董事长");
        List<Long> people = people(org);
        // Nobody's push service is called: what is ordered waits in the queue.
        jdbc.sql("update notice_subscription set endpoint = 'https://push.invalid/x' where org_id = :org")
                .param("org", org.id())
                .update();
        long group = conversations.createGroup(sender.actor(), "全员群", people, Post.key());
        post.settle(sender, group);

        for (String round : List.of("at first", "a mention of nobody, once more")) {
            jdbc.sql("update messagenotice_call set told_at = null where org_id = :org")
                    .param("org", org.id())
                    .update();
            long before = orders(org);
            long start = System.nanoTime();
            post.say(sender, group, "明天放假 " + round);
            long acknowledged = System.nanoTime();
            Await.until(() -> orders(org) > before);
            long first = System.nanoTime();
            Await.until(() -> orders(org) == before + PEOPLE);
            long all = System.nanoTime();
            LOG.info(
                    "{} people, {}: acknowledged after {} ms, first order after {} ms, all after {} ms",
                    PEOPLE,
                    round,
                    Duration.ofNanos(acknowledged - start).toMillis(),
                    Duration.ofNanos(first - start).toMillis(),
                    Duration.ofNanos(all - start).toMillis());
        }
        assertThat(orders(org)).isEqualTo(2 * PEOPLE);
    }

    private long orders(TestOrg org) {
        return jdbc.sql("select count(*) from notice_order where org_id = :org and order_key like 'message:%'")
                .param("org", org.id())
                .query(Long.class)
                .single();
    }

    private List<Long> people(TestOrg org) {
        return jdbc.sql("""
                        with person as (
                            insert into principal (kind, org_id)
                            select 'MEMBER', :org from generate_series(1, :count)
                            returning id
                        ), member as (
                            insert into directory_member (principal_id, org_id, name, state)
                            select id, :org, '员工' || id, 'ACTIVE' from person
                        ), subscribed as (
                            insert into notice_subscription
                                (org_id, principal_id, session_id, endpoint, p256dh, auth, created_at, used_at)
                            select :org, id, 0, 'https://push.invalid/' || id, decode(repeat('04', 65), 'hex'),
                                decode(repeat('00', 16), 'hex'), now(), now()
                            from person
                        )
                        select id from person
                        """)
                .param("org", org.id())
                .param("count", PEOPLE)
                .query(Long.class)
                .list();
    }

    /** What is still in the queue is nobody's concern, and must not keep other tests waiting. */
    @AfterEach
    void quiet() {
        jdbc.sql("update notice_order set state = 'CANCELLED' where org_id = :org and state = 'QUEUED'")
                .param("org", org.id())
                .update();
    }
}
