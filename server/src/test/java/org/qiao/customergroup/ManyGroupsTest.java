package org.qiao.customergroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Lists and numbers of many groups; {@code -Dqiao.measure=1000} gives the numbers of docs/performance.md. */
@QiaoTest
class ManyGroupsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyGroupsTest.class);
    private static final int GROUPS = Integer.getInteger("qiao.measure", 60);
    private static final int DAYS = 30;

    @Autowired
    Given given;

    @Autowired
    GroupScene scene;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void areListedAndCountedByIndex() {
        TestOrg org = given.org();
        TestUser admin = org.admin();
        TestUser ann = org.user("安娜");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        fill(ann, today);
        String span = "&from=" + today.minusDays(DAYS - 1) + "&until=" + today;

        JsonNode all = timed("numbers of all", admin, "/api/customer-groups/statistics?scope=ALL" + span);
        JsonNode mine = timed("numbers of mine", ann, "/api/customer-groups/statistics?scope=MINE" + span);
        JsonNode list = timed("list of all", admin, "/api/customer-groups?scope=ALL&limit=50");
        JsonNode found = timed("search in all", admin, "/api/customer-groups?scope=ALL&q=群 " + GROUPS);

        assertThat(all.path("groups").asInt()).isEqualTo(GROUPS);
        assertThat(all.path("days")).hasSize(DAYS);
        assertThat(all.path("days").get(DAYS - 1).path("customers").asInt()).isEqualTo(GROUPS * DAYS);
        assertThat(all.path("days").get(0).path("customers").asInt()).isEqualTo(GROUPS);
        assertThat(all.path("days").get(0).path("messages").asInt()).isEqualTo(GROUPS * 7);
        assertThat(mine).isEqualTo(all);
        assertThat(list.path("items")).hasSize(Math.min(50, GROUPS));
        assertThat(found.path("items")).hasSize(1);
    }

    private JsonNode timed(String what, TestUser user, String path) {
        long begin = System.nanoTime();
        JsonNode answer = scene.get(user, path);
        LOG.info("{} of {} groups took {}", what, GROUPS, Duration.ofNanos(System.nanoTime() - begin));
        return answer;
    }

    /** One customer more on each day. */
    private void fill(TestUser ann, LocalDate today) {
        jdbc.sql("""
                insert into customergroup (org_id, owner_id, opened_by, open_key, first_staff, first_customers, title, customers,
                    created_at, conversation_id)
                select :org, :ann, :ann, 'many-' || n, '{}', '{}', '群 ' || n, :days, now(), -1000000000 * :org - n
                from generate_series(1, :groups) n
                """)
                .param("org", ann.orgId())
                .param("ann", ann.id())
                .param("days", DAYS)
                .param("groups", GROUPS)
                .update();
        jdbc.sql("""
                insert into customergroup_member (org_id, group_id, person_id, guest, role, via, joined_at)
                select org_id, id, owner_id, false, 'OWNER', 'FIRST', now()
                from customergroup
                where org_id = :org
                """).param("org", ann.orgId()).update();
        jdbc.sql("""
                insert into customergroup_day (org_id, group_id, day, came, messages, customer_messages, active)
                select g.org_id, g.id, :today::date - d, 1, 7, 3, 1
                from customergroup g
                cross join generate_series(0, :days - 1) d
                where g.org_id = :org
                """)
                .param("org", ann.orgId())
                .param("today", today)
                .param("days", DAYS)
                .update();
    }
}
