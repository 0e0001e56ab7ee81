package org.qiao.noticesms;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.Carrier;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.FailReason;
import org.qiao.notice.SettingsJson;
import org.qiao.notice.SmsText;
import org.qiao.notice.SmsText.Coding;
import org.qiao.notice.Telephone;
import org.qiao.noticesms.GatewayTemplate.Form;
import org.qiao.platform.Hmac;
import org.qiao.platform.OutboundNetworks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SMS through a gateway that speaks HTTP, described by a template. The reference is the order's id and the same for every repeat,
 * so a gateway that looks at it sends nothing twice; where the outcome of a request is not known it is made again.
 */
@Component
class HttpSmsCarrier implements Carrier, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(HttpSmsCarrier.class);

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final int MAX_REFERENCE = 200;

    private final JsonMapper json;
    private final OutboundNetworks networks;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient client;

    @Autowired
    HttpSmsCarrier(JsonMapper json, OutboundNetworks networks, Clock clock) {
        this(json, networks, clock, PATIENCE);
    }

    HttpSmsCarrier(JsonMapper json, OutboundNetworks networks, Clock clock, Duration patience) {
        this.json = json;
        this.networks = networks;
        this.clock = clock;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Override
    public CarrierKind kind() {
        return CarrierKind.HTTP_SMS;
    }

    @Override
    public String check(String settings) {
        HttpSmsSettings read = SettingsJson.read(json, settings, HttpSmsSettings.class);
        read.check(json);
        return json.writeValueAsString(read);
    }

    @Override
    public List<Destination> destinations(String settings) {
        return List.of(SettingsJson.read(json, settings, HttpSmsSettings.class).destination());
    }

    /** Headers and templates of requests may hold keys under any name. */
    @Override
    public Set<String> untold() {
        return Set.of("headers", "body");
    }

    @Override
    public Duration patience() {
        return PATIENCE.plus(CONNECT);
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }

    @Override
    public Outcome carry(String text, Parcel parcel) {
        if (!Telephone.isStored(parcel.address())) {
            return new Outcome.Failed(FailReason.INVALID_ADDRESS, 0);
        }
        HttpSmsSettings settings = SettingsJson.read(json, text, HttpSmsSettings.class);
        String sms = SmsText.compose(settings.signature(), parcel.text(), Coding.GSM7);
        try {
            HttpRequest request = request(settings, parcel, sms);
            if (!networks.allows(request.uri(), settings.intranet())) {
                LOG.warn(
                        "The SMS gateway of company {} is at an address that its settings do not allow",
                        parcel.orgId());
                return new Outcome.Failed(FailReason.REFUSED, 0);
            }
            HttpResponse<byte[]> answer = send(request);
            return judge(settings, answer, parcel, SmsText.count(sms, Coding.GSM7));
        } catch (UnknownHostException e) {
            return later(null);
        } catch (IOException | TimeoutException e) {
            LOG.warn(
                    "The SMS gateway of company {} gave no answer: {}",
                    parcel.orgId(),
                    e.getClass().getSimpleName());
            return later(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return later(null);
        }
    }

    /** The time counts to the last byte of the answer, however slowly it trickles. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> pending = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
        try {
            return pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            pending.cancel(true);
        }
    }

    private HttpRequest request(HttpSmsSettings settings, Parcel parcel, String sms) {
        Map<String, String> values = new HashMap<>();
        values.put("phone", Telephone.national(parcel.address()));
        values.put("phoneE164", parcel.address());
        values.put("text", sms);
        values.put("reference", Long.toString(parcel.id()));
        values.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        values.put("nonce", UUID.randomUUID().toString());
        Form form = Form.of(settings.contentType());
        String body = GatewayTemplate.fill(settings.body(), form, values);
        values.put("body", body);
        HttpSmsSettings.Auth auth = settings.auth();
        values.put("signature", auth.type() == HttpSmsSettings.AuthType.HMAC_SHA256 ? signature(auth, values) : "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(GatewayTemplate.fill(settings.url(), Form.URL, values)));
        settings.headers()
                .forEach((name, value) -> request.setHeader(name, GatewayTemplate.fill(value, Form.RAW, values)));
        authorization(auth).ifPresent(value -> request.setHeader("Authorization", value));
        if (settings.method().equals("GET")) {
            return request.GET().build();
        }
        return request.setHeader("Content-Type", settings.contentType())
                .method(settings.method(), HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private static Optional<String> authorization(HttpSmsSettings.Auth auth) {
        return switch (auth.type()) {
            case BASIC -> {
                byte[] both = (auth.user() + ":" + auth.secret()).getBytes(StandardCharsets.UTF_8);
                yield Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
            }
            case BEARER -> Optional.of("Bearer " + auth.secret());
            case NONE, HMAC_SHA256 -> Optional.empty();
        };
    }

    private static String signature(HttpSmsSettings.Auth auth, Map<String, String> values) {
        byte[] code = Hmac.sha256(auth.secret(), GatewayTemplate.fill(auth.message(), Form.RAW, values));
        return auth.form() == HttpSmsSettings.SignatureForm.HEX
                ? HexFormat.of().formatHex(code)
                : Base64.getEncoder().encodeToString(code);
    }

    private Outcome judge(HttpSmsSettings settings, HttpResponse<byte[]> answer, Parcel parcel, int units) {
        int status = answer.statusCode();
        JsonNode tree = tree(answer.body());
        HttpSmsSettings.Success success = settings.success();
        boolean inRange = status >= success.from() && status <= success.to();
        boolean expected = success.pointer().isEmpty()
                || (tree != null && CallbackRules.value(tree, success.pointer()).equals(success.equals()));
        if (inRange && expected) {
            return new Outcome.Sent(reference(settings, tree, parcel), units);
        }
        String known = tree == null || settings.errorPointer().isEmpty()
                ? null
                : settings.errors().get(CallbackRules.value(tree, settings.errorPointer()));
        if (known != null && !known.equals(HttpSmsSettings.LATER)) {
            return new Outcome.Failed(FailReason.valueOf(known), 0);
        }
        boolean unreadable = inRange && tree == null;
        if (known != null || status == 408 || status == 429 || status >= 500 || unreadable) {
            return later(retryAfter(answer).orElse(null));
        }
        LOG.warn("The SMS gateway of company {} refuses a message with status {}", parcel.orgId(), status);
        return new Outcome.Failed(FailReason.REFUSED, 0);
    }

    /** The gateway's id when it gives one, else ours. */
    private static String reference(HttpSmsSettings settings, @Nullable JsonNode tree, Parcel parcel) {
        String id =
                tree == null || settings.idPointer().isEmpty() ? "" : CallbackRules.value(tree, settings.idPointer());
        return id.isBlank() || id.length() > MAX_REFERENCE ? Long.toString(parcel.id()) : id;
    }

    private @Nullable JsonNode tree(byte[] body) {
        try {
            JsonNode tree = json.readTree(body);
            return tree == null || tree.isMissingNode() ? null : tree;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Seconds or a date; never longer than an hour. */
    private Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers().firstValue("Retry-After").flatMap(this::pause).map(pause -> {
            Duration atLeast = pause.isPositive() ? pause : Duration.ofSeconds(1);
            return atLeast.compareTo(LONGEST_PAUSE) < 0 ? atLeast : LONGEST_PAUSE;
        });
    }

    private Optional<Duration> pause(String text) {
        try {
            return Optional.of(
                    text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(
                                    clock.instant(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text))));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Outcome later(@Nullable Duration pause) {
        return new Outcome.Later(FailReason.GAVE_UP, pause);
    }
}
