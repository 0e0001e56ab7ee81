package org.qiao.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Login;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.qiao.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The test button: one real notice on the way that all notices take. */
@Service
class Trials {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int COMPANIES_MAX = 10_000;

    private final Notices notices;
    private final Carriers carriers;
    private final OrderListStore orders;
    private final Orgs orgs;
    private final NoticeSettings settings;
    private final Clock clock;
    private final Cache<Long, Bucket> limits =
            Caffeine.newBuilder().maximumSize(COMPANIES_MAX).build();

    Trials(Notices notices, Carriers carriers, OrderListStore orders, Orgs orgs, NoticeSettings settings, Clock clock) {
        this.notices = notices;
        this.carriers = carriers;
        this.orders = orders;
        this.orgs = orgs;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Body of POST /api/admin/notice/channels/{channel}/test.
     *
     * @param address e-mail address or telephone number; missing: the administrator's own. A push always goes to himself
     */
    record TrialRequest(@Size(max = 320) @Nullable String address) {

        @Override
        public String toString() {
            return "TrialRequest";
        }
    }

    @Transactional
    OrderView send(Actor actor, Channel channel, TrialRequest input) {
        Carriers.requireAdmin(actor);
        if (carriers.find(actor.orgId(), channel).isEmpty()) {
            throw NoticeProblem.NO_CHANNEL.problem();
        }
        String address = address(channel, input.address());
        limit(actor.orgId());
        Instant now = clock.instant();
        String key = "test:" + UUID.randomUUID();
        notices.order(
                actor.orgId(),
                List.of(new NoticeOrder(
                        key,
                        channel,
                        address == null ? actor.principalId() : null,
                        address,
                        actor.locale(),
                        text(orgs.get(actor).name(), channel, actor.locale()),
                        now,
                        now.plus(PATIENCE),
                        channel == Channel.SMS || channel == Channel.VOICE)));
        return orders.find(actor.orgId(), orders.idOf(actor.orgId(), key)).orElseThrow();
    }

    private static @Nullable String address(Channel channel, @Nullable String raw) {
        if (channel == Channel.PUSH || raw == null || raw.isBlank()) {
            return null;
        }
        Optional<String> address = channel == Channel.EMAIL ? Login.email(raw) : Telephone.read(raw);
        return address.orElseThrow(() -> PlatformProblem.INVALID.problem("field", "address"));
    }

    /** A test button writes to anybody, so it does not write often. */
    private void limit(long orgId) {
        Bucket bucket = Objects.requireNonNull(limits.get(
                orgId,
                id -> Bucket.builder()
                        .withCustomTimePrecision(new ClockMeter(clock))
                        .addLimit(limit -> limit.capacity(settings.testsPerHour())
                                .refillGreedy(settings.testsPerHour(), Duration.ofHours(1)))
                        .build()));
        if (!bucket.tryConsume(1)) {
            throw PlatformProblem.TOO_MANY.problem(
                    Problem.RETRY_AFTER,
                    Math.max(
                            1,
                            Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill())
                                    .toSeconds()));
        }
    }

    private static NoticeText text(String company, Channel channel, Locale locale) {
        boolean chinese = Texts.isChinese(locale);
        String ask =
                switch (channel) {
                    case SMS -> chinese ? "也可以回复 1 试试。" : " You may reply 1.";
                    case VOICE -> chinese ? "请按 1 试试。" : " Press 1 to try it.";
                    case EMAIL, PUSH -> "";
                };
        return chinese
                ? NoticeText.of("测试通知", "这是“" + company + "”发出的测试通知，收到就说明这个渠道可以使用。" + ask, null)
                : NoticeText.of(
                        "Test notice",
                        "This is a test notice from " + company + ". Receiving it means that this channel works." + ask,
                        null);
    }
}
