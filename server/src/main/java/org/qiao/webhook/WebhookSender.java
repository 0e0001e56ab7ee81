package org.qiao.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.OutboundNetworks;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Posts one delivery. Follows nowhere, reads nothing but the status, and waits no longer than its patience. */
@Component
class WebhookSender implements DisposableBean {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OutboundNetworks networks;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient client;

    @Autowired
    WebhookSender(OutboundNetworks networks, Clock clock) {
        this(networks, clock, PATIENCE);
    }

    WebhookSender(OutboundNetworks networks, Clock clock, Duration patience) {
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

    /** @param number of the delivery, the same for every repeat */
    record Letter(long number, int attempt, String topic, String body) {}

    /** @param failure null: arrived */
    record Outcome(@Nullable Integer status, @Nullable String failure) {

        boolean arrived() {
            return failure == null;
        }

        /** The other side says that there will never be anybody. */
        boolean isFinal() {
            return status != null && status == 410;
        }
    }

    Outcome send(Endpoint endpoint, String secret, Letter letter) {
        try {
            URI uri = URI.create(endpoint.url());
            if (!networks.allows(uri, endpoint.intranet())) {
                return new Outcome(null, "ADDRESS_REFUSED");
            }
            int status = post(request(uri, secret, letter));
            return new Outcome(status, status >= 200 && status < 300 ? null : "STATUS");
        } catch (UnknownHostException e) {
            return new Outcome(null, "UNKNOWN_HOST");
        } catch (IOException | TimeoutException e) {
            return new Outcome(null, "NO_ANSWER");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(null, "NO_ANSWER");
        }
    }

    private HttpRequest request(URI uri, String secret, Letter letter) {
        Instant now = clock.instant();
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Qiao-Webhook/1")
                .header("Qiao-Delivery", Long.toString(letter.number()))
                .header("Qiao-Attempt", Integer.toString(letter.attempt()))
                .header("Qiao-Topic", letter.topic())
                .header("Qiao-Timestamp", Long.toString(now.getEpochSecond()))
                .header("Qiao-Signature", WebhookSignature.of(secret, now, letter.body()))
                .POST(HttpRequest.BodyPublishers.ofString(letter.body()))
                .build();
    }

    /** The status is all that counts: however much the other side goes on to say, nobody listens. */
    private int post(HttpRequest request) throws IOException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> pending =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            HttpResponse<InputStream> answer = pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            answer.body().close();
            return answer.statusCode();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            pending.cancel(true);
        }
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }
}
