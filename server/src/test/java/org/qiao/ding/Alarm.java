package org.qiao.ding;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.qiao.testing.Await;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The calls of a test about DINGs, and what it reads straight from the tables. */
record Alarm(RestTestClient http, JdbcClient jdbc) {

    private static final AtomicInteger KEY = new AtomicInteger();

    static final Map<String, Object> APP_SMS_VOICE =
            ladder(step(0, "PERSON", "APP"), step(5, "PERSON", "SMS"), step(10, "PERSON", "VOICE"));

    /** A company without quiet hours, so that a test does not depend on the time of the day. */
    TestOrg awake(TestOrg org) {
        jdbc.sql("""
                        insert into dingrule_settings (org_id, settings, updated_at)
                        values (:org, :settings::jsonb, now())
                        """).param("org", org.id()).param("settings", """
                        {"ladder":{"steps":[{"afterMinutes":0,"ways":["APP","PUSH"],"target":"PERSON"},
                        {"afterMinutes":5,"ways":["EMAIL","SMS"],"target":"PERSON"},
                        {"afterMinutes":10,"ways":["VOICE"],"target":"PERSON"},
                        {"afterMinutes":30,"ways":["APP","SMS"],"target":"DEPUTY"}]},
                        "quiet":null,"override":{"everyone":false},"recipientsMax":2000,"dingsPerHour":20,
                        "smsPerSenderDay":5000,"voicePerSenderDay":5000,"smsPerMonth":null,"voicePerMonth":null}
                        """).update();
        return org;
    }

    /** Nobody is reached by SMS and calls: the network is away, so what is ordered waits. */
    void unreachable(TestOrg org) {
        TestBrowser.Reply reply =
                as(org.admin()).put("/api/admin/notice/simulation", Map.of("on", true, "network", "DOWN"));
        if (reply.status() != 200) {
            throw new AssertionError(reply.text());
        }
    }

    /** Until every order has been tried, so that it waits for its next attempt or is over. */
    void untilTried(long ding, Clock clock) {
        Await.until(() -> jdbc.sql("""
                        select count(*)
                        from notice_order
                        where order_key like :prefix
                            and (state = 'SENDING' or (state = 'QUEUED' and (attempts = 0 or due_at <= :now)))
                        """)
                        .param("prefix", "ding:" + ding + ":%")
                        .param("now", Sql.at(clock.instant()))
                        .query(Integer.class)
                        .single()
                == 0);
    }

    TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    static Map<String, Object> step(int minutes, String target, String... ways) {
        return Map.of("afterMinutes", minutes, "target", target, "ways", List.of(ways));
    }

    static Map<String, Object> ladder(Object... steps) {
        return Map.of("steps", List.of(steps));
    }

    static Map<String, Object> members(TestUser... users) {
        return Map.of(
                "members", java.util.Arrays.stream(users).map(TestUser::id).toList());
    }

    static Map<String, Object> draft(Map<String, Object> range, @Nullable Map<String, Object> ladder) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("key", "k" + KEY.incrementAndGet());
        draft.put("text", "三号线停机");
        draft.put("range", range);
        draft.put("ladder", ladder);
        return draft;
    }

    TestBrowser.Reply send(TestUser sender, Map<String, Object> draft) {
        return as(sender).post("/api/dings", draft);
    }

    /** The id of a DING that must be made. */
    long sent(TestUser sender, Map<String, Object> draft) {
        TestBrowser.Reply reply = send(sender, draft);
        if (reply.status() != 201) {
            throw new AssertionError(reply.text());
        }
        return reply.json().get("id").asLong();
    }

    JsonNode get(TestUser user, String path) {
        TestBrowser.Reply reply = as(user).get(path);
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.text());
        }
        return reply.json();
    }

    JsonNode board(TestUser sender, long ding) {
        return get(sender, "/api/dings/" + ding + "/recipients");
    }

    long recipient(long ding, TestUser user) {
        return jdbc.sql("select id from ding_recipient where ding_id = :ding and principal_id = :id")
                .param("ding", ding)
                .param("id", user.id())
                .query(Long.class)
                .single();
    }

    /** "0 APP PERSON", in order, whatever became of them. */
    List<String> steps(long ding) {
        return jdbc.sql("""
                        select step || ' ' || way || ' ' || target
                        from ding_step
                        where ding_id = :ding
                        order by round, step, way, target, recipient_id
                        """).param("ding", ding).query(String.class).list();
    }

    /** Channels and states of what was ordered. */
    List<String> orders(long ding) {
        return jdbc.sql("""
                        select channel || ' ' || state
                        from notice_order
                        where order_key like :prefix
                        order by id
                        """)
                .param("prefix", "ding:" + ding + ":%")
                .query(String.class)
                .list();
    }

    /** What was written to be carried by this channel, as JSON. */
    String content(long ding, String channel) {
        return jdbc.sql("""
                        select content::text
                        from notice_order
                        where order_key like :prefix and channel = :channel
                        order by id desc
                        limit 1
                        """)
                .param("prefix", "ding:" + ding + ":%")
                .param("channel", channel)
                .query(String.class)
                .single();
    }

    String key(long ding, String way) {
        return jdbc.sql("select order_key from ding_step where ding_id = :ding and way = :way order by id desc limit 1")
                .param("ding", ding)
                .param("way", way)
                .query(String.class)
                .single();
    }

    String state(long recipient) {
        return jdbc.sql("select state from ding_recipient where id = :id")
                .param("id", recipient)
                .query(String.class)
                .single();
    }

    /** Every listener has heard what happened in this company; other tests' events do not count. */
    void untilAllIsTold(long orgId) {
        Await.until(() -> jdbc.sql("select count(*) from event_publication where serialized_event like :mine")
                        .param("mine", "%\"orgId\":" + orgId + ",%")
                        .query(Long.class)
                        .single()
                == 0);
    }
}
