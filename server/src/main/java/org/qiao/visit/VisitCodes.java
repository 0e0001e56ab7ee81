package org.qiao.visit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qiao.account.Guest;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerRules;
import org.qiao.notice.Channel;
import org.qiao.notice.NoticeOrder;
import org.qiao.notice.NoticeText;
import org.qiao.notice.Notices;
import org.qiao.notice.Telephone;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Six digits to an address, and back. */
@Service
class VisitCodes {

    static final int TRIES = 5;
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final int IN_TEN_MINUTES = 3;
    private static final int A_DAY = 10;
    private static final int A_DAY_AND_ADDRESS = 5;
    private static final int CODES = 1_000_000;
    private static final int ADDRESSES_MAX = 100_000;

    private final CodeStore store;
    private final VisitSeal seal;
    private final Notices notices;
    private final CustomerRules rules;
    private final VisitSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(ADDRESSES_MAX)
            .expireAfterAccess(Duration.ofDays(1))
            .build();

    VisitCodes(
            CodeStore store,
            VisitSeal seal,
            Notices notices,
            CustomerRules rules,
            VisitSettings settings,
            Clock clock) {
        this.store = store;
        this.seal = seal;
        this.notices = notices;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    record VisitCode(long id, Instant expiresAt) {}

    @Transactional
    public VisitCode send(Guest guest, Channel channel, String rawAddress, String network) {
        CustomerKey key = key(channel, rawAddress).orElseThrow(VisitProblem.BAD_ADDRESS::problem);
        if (!notices.isReady(guest.orgId(), channel)) {
            throw VisitProblem.CHANNEL_OFF.problem();
        }
        Instant now = clock.instant();
        byte[] addressHash = seal.digest("to", guest.orgId() + ":" + key.value());
        requireRoom(guest, addressHash, network, now);
        String code = "%06d".formatted(random.nextInt(CODES));
        Instant end = now.plus(LIFE);
        long id = store.insert(
                new CodeStore.NewCode(
                        guest.orgId(), guest.id(), channel, key.value(), addressHash, hash(guest, key.value(), code)),
                now,
                end);
        Locale locale = guest.actor().locale();
        notices.order(
                guest.orgId(),
                List.of(new NoticeOrder(
                        "visit-code:" + id,
                        channel,
                        null,
                        key.value(),
                        locale,
                        text(guest.orgId(), code, locale),
                        now,
                        end,
                        false)));
        return new VisitCode(id, end);
    }

    private void requireRoom(Guest guest, byte[] addressHash, String network, Instant now) {
        Bucket bucket = addresses.get(
                network,
                address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(settings.codesPerAddress())
                                .refillIntervally(settings.codesPerAddress(), Duration.ofDays(1)))
                        .build());
        store.takeTurn(guest.orgId(), guest.id(), addressHash);
        CodeStore.Counts counts = store.counts(guest.orgId(), guest.id(), addressHash, now);
        if (counts.lastMinute() > 0) {
            throw tooMany(Duration.ofMinutes(1));
        }
        if (counts.lastMinutes() >= IN_TEN_MINUTES) {
            throw tooMany(Duration.ofMinutes(10));
        }
        boolean full = counts.ofGuest() >= A_DAY || counts.ofAddress() >= A_DAY_AND_ADDRESS;
        if (full || !bucket.tryConsume(1)) {
            throw tooMany(Duration.ofDays(1));
        }
    }

    private static Problem tooMany(Duration wait) {
        return VisitProblem.TOO_MANY_CODES.problem(Problem.RETRY_AFTER, wait.toSeconds());
    }

    private NoticeText text(long orgId, String code, Locale locale) {
        String company = rules.badge(orgId).name();
        boolean english = locale.getLanguage().equals("en");
        return english
                ? NoticeText.of(
                        "Your code: " + code,
                        "%s: your verification code is %s. It is good for 10 minutes. If you did not ask for it, ignore this."
                                .formatted(company, code),
                        null)
                : NoticeText.of("验证码：" + code, "【%s】验证码 %s，10 分钟内有效。如非本人操作，请忽略。".formatted(company, code), null);
    }

    static Optional<CustomerKey> key(Channel channel, String raw) {
        return switch (channel) {
            case EMAIL -> CustomerKey.email(raw);
            case SMS -> Telephone.read(raw).map(number -> new CustomerKey(CustomerKey.Kind.PHONE, number));
            case VOICE, PUSH -> Optional.empty();
        };
    }

    /** What a try brought out; its being spent is committed in any case. */
    sealed interface Attempt {

        record Right(CustomerKey key) implements Attempt {}

        record Wrong(int left) implements Attempt {}

        record Over() implements Attempt {}
    }

    @Transactional
    public Attempt attempt(Guest guest, long id, String code) {
        Instant now = clock.instant();
        Optional<CodeStore.Tried> tried = store.attempt(guest.orgId(), guest.id(), id, now, TRIES);
        if (tried.isEmpty()) {
            if (!store.isOwn(guest.orgId(), guest.id(), id)) {
                throw VisitProblem.NOT_FOUND.problem();
            }
            return new Attempt.Over();
        }
        CodeStore.Tried row = tried.get();
        if (!MessageDigest.isEqual(row.codeHash(), hash(guest, row.address(), code))) {
            return new Attempt.Wrong(TRIES - row.tries());
        }
        return store.use(guest.orgId(), id, now)
                ? new Attempt.Right(key(row.channel(), row.address()).orElseThrow())
                : new Attempt.Over();
    }

    private byte[] hash(Guest guest, String address, String code) {
        return seal.digest("code", guest.orgId() + ":" + guest.id() + ":" + address + ":" + code);
    }
}
