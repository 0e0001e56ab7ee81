package org.qiao.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.reminder.ReminderDue;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What time does. Alone, because it moves the clock. */
@QiaoTest
@Isolated
class MomentClockTest {

    @Autowired
    Given given;

    @Autowired
    MomentShop shop;

    @Autowired
    RestTestClient http;

    @Autowired
    TestClock clock;

    @Autowired
    MomentClock due;

    @Autowired
    JdbcClient jdbc;

    private Map<String, Object> at(Map<String, Object> moment, Duration later) {
        moment.put("publishAt", clock.instant().plus(later).toString());
        return moment;
    }

    @Test
    void momentsArePublishedAtTheirMinuteAndTasksEnd() {
        TestOrg org = given.org();
        TestUser ann = org.user("安");
        TestUser guest = shop.customer(org, "客人");
        shop.crm().awaitListed(http, ann, shop.serve(guest, ann));
        long post = shop.as(ann)
                .post("/api/moments", at(MomentShop.personal("晚上好", Set.of(), List.of()), Duration.ofHours(1)))
                .json()
                .get("postId")
                .longValue();
        long taken = shop.as(ann)
                .post("/api/moments", at(MomentShop.personal("不要了", Set.of(), List.of()), Duration.ofHours(1)))
                .json()
                .get("postId")
                .longValue();
        long company = shop.as(org.owner())
                .post("/api/moments", at(MomentShop.company("通知", ann), Duration.ofHours(1)))
                .json()
                .get("momentId")
                .longValue();
        shop.as(ann).post("/api/moments/posts/" + taken + "/withdraw", Map.of());
        String path = "/api/moments/posts/" + post;
        assertThat(shop.as(ann).get(path).json().get("state").stringValue()).isEqualTo("WAITING");
        assertThat(shop.feed(guest)).isEmpty();

        clock.forward(Duration.ofMinutes(59));
        early(org, shop.as(ann).get(path).json().get("momentId").longValue());
        assertThat(shop.as(ann).get(path).json().get("state").stringValue()).isEqualTo("WAITING");
        clock.forward(Duration.ofMinutes(1));

        shop.published(ann, post);
        assertThat(shop.feed(guest)).containsExactly("晚上好");
        Await.until(() -> shop.items(ann, "/api/moments/tasks").size() == 1);
        clock.forward(Duration.ofDays(7));
        assertThat(shop.as(ann)
                        .post("/api/moments/tasks/" + company + "/confirm", Map.of())
                        .code())
                .isEqualTo("moment.task_over");
        assertThat(shop.items(ann, "/api/moments/tasks")).isEmpty();
    }

    /** Counting waits for other moments of the company: what he saw last was before. */
    @Test
    void whoLookedWhileItWasCountedHearsOfItAllTheSame() {
        TestOrg org = given.org();
        TestUser ann = org.user("安");
        TestUser guest = shop.customer(org, "客人");
        shop.crm().awaitListed(http, ann, shop.serve(guest, ann));
        long company = shop.as(org.owner())
                .post("/api/moments", MomentShop.company("通知", ann))
                .json()
                .get("momentId")
                .longValue();
        AtomicLong post = new AtomicLong();

        shop.crm().transactions().executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('moment_reach', :org))")
                    .param("org", org.id())
                    .query((rs, n) -> n)
                    .list();
            post.set(shop.as(ann)
                    .post("/api/moments/tasks/" + company + "/confirm", Map.of())
                    .json()
                    .get("postId")
                    .longValue());
            Await.until(() -> isCountingWaiting(org));
            shop.as(guest).post("/api/visit/moments/looked", Map.of());
        });

        shop.published(ann, post.get());
        assertThat(shop.as(guest)
                        .get("/api/visit/moments/news")
                        .json()
                        .get("fresh")
                        .booleanValue())
                .isTrue();
    }

    private boolean isCountingWaiting(TestOrg org) {
        return jdbc.sql("""
                        select exists (
                            select 1
                            from pg_locks
                            where locktype = 'advisory' and not granted
                                and ((classid::bigint << 32) | objid::bigint) = hashtextextended('moment_reach', :org))
                        """).param("org", org.id()).query(Boolean.class).single();
    }

    /** Heard before its time, or again: nothing happens. */
    private void early(TestOrg org, long moment) {
        due.on(new ReminderDue(org.id(), MomentNews.TOPIC, MomentClock.key(moment), clock.instant(), clock.instant()));
    }
}
