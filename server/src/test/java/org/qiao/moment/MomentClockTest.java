package org.qiao.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Heard before its time, or again: nothing happens. */
    private void early(TestOrg org, long moment) {
        due.on(new ReminderDue(org.id(), MomentNews.TOPIC, MomentClock.key(moment), clock.instant(), clock.instant()));
    }
}
