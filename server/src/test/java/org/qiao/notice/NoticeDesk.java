package org.qiao.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Grant;
import org.qiao.testing.Await;
import org.qiao.testing.TestUser;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders notices and looks at them, for tests. */
final class NoticeDesk {

    static final Duration LONG = Duration.ofDays(400);
    private static final Duration CENTURY = Duration.ofDays(36_525);

    private final Notices notices;
    private final Carriers carriers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeDesk(ApplicationContext server) {
        this.notices = server.getBean(Notices.class);
        this.carriers = server.getBean(Carriers.class);
        this.jdbc = server.getBean(JdbcClient.class);
        this.transaction = server.getBean(TransactionTemplate.class);
        this.clock = server.getBean(Clock.class);
    }

    /** The state of one order. */
    record Seen(
            long id,
            NoticeState state,
            @Nullable FailReason reason,
            int attempts,
            int units,
            @Nullable String answer) {}

    void simulate(TestUser admin, String network) {
        carriers.simulate(admin.actor(Grant.ADMIN), CarrierKind.SIMULATED_SMS, "{\"network\":\"" + network + "\"}");
        carriers.simulate(admin.actor(Grant.ADMIN), CarrierKind.SIMULATED_VOICE, "{\"network\":\"" + network + "\"}");
    }

    NoticeOrder toMember(String key, Channel channel, TestUser member) {
        Instant now = clock.instant();
        return new NoticeOrder(key, channel, member.id(), null, Locale.CHINA, text(key), now, now.plus(LONG), true);
    }

    NoticeOrder toNumber(String key, Channel channel, String number) {
        Instant now = clock.instant();
        return new NoticeOrder(key, channel, null, number, Locale.CHINA, text(key), now, now.plus(LONG), true);
    }

    /** Not due in the time of any test: only {@link #set} moves it. */
    NoticeOrder asleep(String key, Channel channel, String number) {
        Instant now = clock.instant();
        return new NoticeOrder(
                key,
                channel,
                null,
                number,
                Locale.CHINA,
                text(key),
                now.plus(CENTURY),
                now.plus(CENTURY.multipliedBy(2)),
                true);
    }

    static NoticeText text(String key) {
        return NoticeText.of("机房告警", "三号机房温度过高，请确认。" + key, null);
    }

    void order(TestUser user, NoticeOrder... orders) {
        order(user, List.of(orders));
    }

    void order(TestUser user, Collection<NoticeOrder> orders) {
        transaction.executeWithoutResult(status -> notices.order(user.orgId(), orders));
    }

    void cancel(TestUser user, String... keys) {
        transaction.executeWithoutResult(status -> notices.cancel(user.orgId(), List.of(keys)));
    }

    Seen see(TestUser user, String key) {
        return jdbc.sql(
                        "select id, state, reason, attempts, units, answer from notice_order where org_id = :org and order_key = :key")
                .param("org", user.orgId())
                .param("key", key)
                .query((rs, n) -> new Seen(
                        rs.getLong("id"),
                        NoticeState.valueOf(rs.getString("state")),
                        rs.getString("reason") == null ? null : FailReason.valueOf(rs.getString("reason")),
                        rs.getInt("attempts"),
                        rs.getInt("units"),
                        rs.getString("answer")))
                .single();
    }

    Seen await(TestUser user, String key, NoticeState state) {
        Await.until(() -> see(user, key).state() == state);
        return see(user, key);
    }

    FailReason awaitFailure(TestUser user, String key) {
        return java.util.Objects.requireNonNull(
                await(user, key, NoticeState.FAILED).reason());
    }

    /** How many texts the simulated network has taken for the order. */
    int texts(TestUser user, String key) {
        return jdbc.sql("select count(*) from noticesim_sms where org_id = :org and order_id = :id")
                .param("org", user.orgId())
                .param("id", see(user, key).id())
                .query(Integer.class)
                .single();
    }

    /** Writes on an order what no door would let through. */
    void set(TestUser user, String key, String assignments) {
        jdbc.sql("update notice_order set " + assignments + " where org_id = :org and order_key = :key")
                .param("org", user.orgId())
                .param("key", key)
                .update();
    }
}
