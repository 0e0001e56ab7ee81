package org.qiao.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.qiao.bench.Books.Asked;
import org.qiao.bench.Books.Open;
import org.qiao.bench.Operation.Kind;

/** The owner of a group, who takes people out and puts them in again over HTTP, one change after another. */
final class Owner {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int PAUSE_MILLIS = 120;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final LocalServer server;
    private final Person person;
    private final long group;
    private final List<Person> members;
    private final Books books;
    private volatile boolean busy;

    Owner(LocalServer server, Person person, long group, List<Person> members, Books books) {
        this.server = server;
        this.person = person;
        this.group = group;
        this.members = List.copyOf(members);
        this.books = books;
    }

    Runnable work(SplittableRandom random, BooleanSupplier isWorking, BooleanSupplier isOver) {
        return () -> {
            while (!isOver.getAsBoolean()) {
                busy = true;
                if (isWorking.getAsBoolean()) {
                    long member = members.get(random.nextInt(members.size())).id();
                    change(random.nextInt(3) == 0 ? Kind.REMOVE : Kind.ADD, member);
                }
                busy = false;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS + random.nextInt(PAUSE_MILLIS)));
            }
        };
    }

    private void change(Kind kind, long member) {
        Open operation = books.invoke(new Asked(kind, person.id(), 0, group, "", "", member));
        String path = "/api/conversations/" + group + "/members";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.http().resolve(kind == Kind.ADD ? path : path + "/" + member))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", "application/json");
        if (kind == Kind.ADD) {
            request.POST(HttpRequest.BodyPublishers.ofString("{\"memberIds\":[" + member + "]}"));
        } else {
            request.DELETE();
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                books.ok(operation, 0, 0);
            } else if (answer.statusCode() / 100 == 4) {
                books.fail(operation, answer.body());
            }
        } catch (IOException _) {
            // Unknown.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isQuiet() {
        return !busy;
    }
}
