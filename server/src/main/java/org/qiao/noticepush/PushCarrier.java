package org.qiao.noticepush;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.qiao.account.HttpSettings;
import org.qiao.notice.Carrier;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.FailReason;
import org.qiao.notice.NoticeText;
import org.qiao.notice.SettingsJson;
import org.qiao.platform.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Web Push to all browsers of a member: carried when at least one of their push services has taken it. A repeat replaces what the
 * device has not shown yet (Topic) and what it shows already (tag). The parcel's address is the member's principal id.
 */
@Component
class PushCarrier implements Carrier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PushCarrier.class);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LONGEST_LIFE = Duration.ofDays(28);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int TITLE_CHARACTERS = 200;
    private static final int BODY_CHARACTERS = 500;
    private static final int LINK_CHARACTERS = 1_000;

    private final Subscriptions subscriptions;
    private final VapidKeys keys;
    private final PushAddresses addresses;
    private final HttpSettings server;
    private final JsonMapper json;
    private final Clock clock;
    private final PushCipher cipher = new PushCipher();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER) // it would lead past the check of addresses
            .executor(threads)
            .build();

    PushCarrier(
            Subscriptions subscriptions,
            VapidKeys keys,
            PushAddresses addresses,
            HttpSettings server,
            JsonMapper json,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.keys = keys;
        this.addresses = addresses;
        this.server = server;
        this.json = json;
        this.clock = clock;
    }

    /** @param subject whom a push service can turn to; null for the server's own address */
    record Settings(@Nullable String subject) {

        Settings checked() {
            String text = subject == null || subject.isBlank() ? null : subject.strip();
            boolean right = text == null
                    || (text.length() <= 300
                            && (text.startsWith("https://") || text.startsWith("mailto:"))
                            && text.chars().allMatch(c -> c > ' ' && c < 127));
            SettingsJson.require(right, "subject");
            return new Settings(text);
        }
    }

    @Override
    public CarrierKind kind() {
        return CarrierKind.WEB_PUSH;
    }

    @Override
    public String check(String settings) {
        return json.writeValueAsString(
                SettingsJson.read(json, settings, Settings.class).checked());
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Set<Long> reachable(long orgId, Collection<Long> members) {
        return subscriptions.reachable(orgId, members);
    }

    @Override
    public Set<Long> populated(Collection<Long> orgIds) {
        return subscriptions.populated(orgIds);
    }

    @Override
    public void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }

    @Override
    public Outcome carry(String settings, Parcel parcel) {
        List<Subscription> devices = subscriptions.of(parcel.orgId(), Long.parseLong(parcel.address()));
        if (devices.isEmpty()) {
            return new Outcome.Failed(FailReason.NO_ADDRESS, 0);
        }
        String subject = subject(json.readValue(settings, Settings.class));
        byte[] payload = payload(parcel);
        List<Callable<Answer>> calls = new ArrayList<>();
        devices.forEach(device -> calls.add(() -> push(device, subject, payload, parcel)));
        List<Answer> answers = new ArrayList<>();
        try {
            threads.invokeAll(calls, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .forEach(call -> answers.add(answer(call)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Later(FailReason.GAVE_UP, null);
        }
        return outcome(parcel.orgId(), devices, answers);
    }

    private @Nullable String subject(Settings settings) {
        if (settings.subject() != null) {
            return settings.subject();
        }
        return server.address().startsWith("https://") ? server.address() : null;
    }

    /** What became of a push to one browser. */
    private record Answer(State state, @Nullable Duration pause) {

        enum State {
            TAKEN,
            GONE,
            REFUSED,
            LATER
        }

        static Answer of(State state) {
            return new Answer(state, null);
        }
    }

    private Answer push(Subscription device, @Nullable String subject, byte[] payload, Parcel parcel)
            throws GeneralSecurityException, InterruptedException {
        try {
            URI endpoint = URI.create(device.endpoint());
            if (!addresses.mayCall(endpoint)) {
                return Answer.of(Answer.State.GONE);
            }
            byte[] body = cipher.encrypt(payload, device.p256dh(), device.auth());
            Instant now = clock.instant();
            HttpRequest request = HttpRequest.newBuilder(endpoint)
                    .timeout(ANSWER)
                    .header("Authorization", keys.authorization(endpoint, subject, now))
                    .header("Content-Encoding", "aes128gcm")
                    .header("Content-Type", "application/octet-stream")
                    .header("TTL", Long.toString(life(parcel, now).toSeconds()))
                    .header("Urgency", "high")
                    .header("Topic", name(parcel))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return read(http.send(request, HttpResponse.BodyHandlers.discarding()));
        } catch (IOException e) {
            return Answer.of(Answer.State.LATER);
        }
    }

    private static Duration life(Parcel parcel, Instant now) {
        Instant end = now.plus(LONGEST_LIFE);
        Instant until = parcel.notAfter().isBefore(end) ? parcel.notAfter() : end;
        return until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
    }

    /** The same for every attempt. */
    private static String name(Parcel parcel) {
        String topic = parcel.text().topic();
        return topic == null ? "notice-" + parcel.id() : topic;
    }

    private Answer read(HttpResponse<Void> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return Answer.of(Answer.State.TAKEN);
        }
        if (status == 404 || status == 410) {
            return Answer.of(Answer.State.GONE);
        }
        if (status == 429 || status >= 500) {
            String wait = response.headers().firstValue("Retry-After").orElse(null);
            return new Answer(Answer.State.LATER, pause(wait, clock.instant()));
        }
        return Answer.of(Answer.State.REFUSED);
    }

    /** Seconds or a date; nothing that cannot be read, and no more than an hour. */
    static @Nullable Duration pause(@Nullable String wait, Instant now) {
        if (wait == null) {
            return null;
        }
        Duration pause;
        try {
            pause = wait.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(wait.strip()))
                    : Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(wait.strip(), Instant::from));
        } catch (DateTimeException e) {
            return null;
        }
        Duration least = Duration.ofSeconds(1);
        return pause.compareTo(least) < 0 ? least : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Answer answer(Future<Answer> call) {
        try {
            return call.get();
        } catch (CancellationException e) {
            return Answer.of(Answer.State.LATER); // its time was over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.of(Answer.State.LATER);
        } catch (ExecutionException e) {
            LOG.error("A push could not be made: {}", String.valueOf(e.getCause()));
            return Answer.of(Answer.State.REFUSED);
        }
    }

    private Outcome outcome(long orgId, List<Subscription> devices, List<Answer> answers) {
        List<Long> taken = ids(devices, answers, Answer.State.TAKEN);
        List<Long> gone = ids(devices, answers, Answer.State.GONE);
        if (!gone.isEmpty()) {
            subscriptions.gone(orgId, gone);
        }
        if (!taken.isEmpty()) {
            subscriptions.worked(orgId, taken);
            return new Outcome.Sent(null, 1);
        }
        if (!ids(devices, answers, Answer.State.LATER).isEmpty()) {
            Duration shortest = answers.stream()
                    .map(Answer::pause)
                    .filter(Objects::nonNull)
                    .min(Duration::compareTo)
                    .orElse(null);
            return new Outcome.Later(FailReason.GAVE_UP, shortest);
        }
        boolean refused = gone.size() < devices.size();
        return new Outcome.Failed(refused ? FailReason.REFUSED : FailReason.NO_ADDRESS, 0);
    }

    private static List<Long> ids(List<Subscription> devices, List<Answer> answers, Answer.State state) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < devices.size(); i++) {
            if (answers.get(i).state() == state) {
                ids.add(devices.get(i).id());
            }
        }
        return ids;
    }

    /** Never longer than what fits into one record, even when JSON writes every character long. */
    private byte[] payload(Parcel parcel) {
        NoticeText text = parcel.text();
        String link = text.link() != null && text.link().length() <= LINK_CHARACTERS ? text.link() : null;
        String body = Texts.cut(text.text(), BODY_CHARACTERS);
        byte[] all = payload(parcel, body, link);
        while (all.length > PushCipher.MOST_BYTES) {
            link = body.isEmpty() ? null : link;
            body = whole(body, body.length() / 2);
            all = payload(parcel, body, link);
        }
        return all;
    }

    private byte[] payload(Parcel parcel, String body, @Nullable String link) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("title", Texts.cut(parcel.text().title(), TITLE_CHARACTERS));
        all.put("body", body);
        all.put("link", link);
        all.put("tag", name(parcel));
        all.put("passing", parcel.text().topic() != null);
        return json.writeValueAsBytes(all);
    }

    /** Without half a character at the end. */
    private static String whole(String text, int most) {
        boolean half = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, half ? most - 1 : most);
    }
}
