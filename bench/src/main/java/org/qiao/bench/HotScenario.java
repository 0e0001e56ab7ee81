package org.qiao.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.epoll.EpollSocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everybody writes into one conversation at once, one message after another each. Over HTTP one member listens: who has a socket gets
 * every message of all others. With --sockets everybody has one, and all those deliveries count too.
 */
final class HotScenario implements Scenario {

    private static final int SENDERS = 500;

    @Override
    public int people(Options options) {
        return options.number("senders", SENDERS) + 1;
    }

    @Override
    public void run(Run run) {
        int senders = run.options.number("senders", SENDERS);
        List<Person> people = run.people.subList(0, senders + 1);
        Run.say("Making a group of " + people.size() + " …");
        Api.Made made = run.api.group(people.getFirst(), "热门群", people.subList(1, people.size()));
        run.result.put("senders", senders);
        if (run.options.has("sockets")) {
            overSockets(run, people, new Conversation(made.id(), made.seq()));
        } else {
            overHttp(run, people, new Conversation(made.id(), made.seq()));
        }
    }

    private static void overSockets(Run run, List<Person> people, Conversation conversation) {
        run.connect(people, 200).forEach(conversation::seat);
        Traffic traffic = new Traffic(run.network, List.of(conversation));
        run.network.ears(traffic);
        boolean[] going = {true};
        Run.say("All but one write over their sockets …");
        run.network.run(() -> {
            traffic.play(new Play() {
                @Override
                public void acked(Seat sender, long message) {
                    if (going[0]) {
                        traffic.send(sender, System.nanoTime());
                    }
                }
            });
            conversation.seats.subList(1, people.size()).forEach(seat -> traffic.send(seat, System.nanoTime()));
        });
        conclude(run, traffic, going, "sockets");
    }

    private static void conclude(Run run, Traffic traffic, boolean[] going, String way) {
        Run.Window window = run.measure(traffic, run.options.number("warmup", 5), run.options.number("seconds", 15));
        run.network.run(() -> going[0] = false);
        run.settle(traffic);
        run.result.put("sent_over", way);
        run.result.putAll(window.numbers());
        run.result.put("stored_per_second", window.numbers().get("acked_per_second"));
        run.conclude(traffic);
    }

    private static void overHttp(Run run, List<Person> people, Conversation conversation) {
        Client listener = run.connect(people.subList(0, 1), 1).getFirst();
        Client nobody = new Client(run.network, people.getFirst(), 0);
        Seat absent = conversation.seat(nobody);
        conversation.seat(listener);
        Traffic traffic = new Traffic(run.network, List.of(conversation));
        run.network.ears(traffic);
        boolean[] going = {true};
        Run.say("All but one write over HTTP …");
        List<String> texts = Payload.texts(run.options.number("payload", Payload.CHARACTERS));
        for (Person person : people.subList(1, people.size())) {
            Writer writer = new Writer(run, traffic, absent, going);
            writer.connect(
                    new HttpSender(run.http.getAuthority(), person, conversation.id, run.keyPrefix, texts, writer));
        }
        conclude(run, traffic, going, "HTTP");
    }

    /** One message at a time. */
    private static final class Writer implements HttpSender.Answers {

        private static final long PAUSE_MILLIS = 200;

        private final Run run;
        private final Traffic traffic;
        private final Seat absent;
        private final boolean[] going;
        private long current = JsonBytes.NONE;

        Writer(Run run, Traffic traffic, Seat absent, boolean[] going) {
            this.run = run;
            this.traffic = traffic;
            this.absent = absent;
            this.going = going;
        }

        @Override
        public long next() {
            if (current == JsonBytes.NONE && going[0]) {
                current = traffic.announce(absent, System.nanoTime());
            }
            return current;
        }

        /** Whatever is no answer about the message itself is asked again with the same key, as docs/protocol.md says. */
        @Override
        public long answered(int status, long seq) {
            if (status / 100 == 2) {
                traffic.answered(current, absent.conversation.id, seq);
                current = JsonBytes.NONE;
                return 0;
            }
            if (status != 429 && status != 503) {
                traffic.violations.add("message " + current + " was answered with " + status);
            }
            traffic.putOff();
            return PAUSE_MILLIS;
        }

        @Override
        public void closed(HttpSender sender, @Nullable Throwable cause) {
            if (cause != null) {
                traffic.violations.add("a connection was lost: " + cause);
            }
            if (going[0] || current != JsonBytes.NONE) {
                connect(sender);
            }
        }

        void connect(HttpSender sender) {
            new Bootstrap()
                    .group(run.network.loop())
                    .channel(EpollSocketChannel.class)
                    .handler(sender)
                    .connect(run.http.getHost(), run.http.getPort())
                    .addListener(done -> {
                        if (!done.isSuccess()) {
                            traffic.violations.add("no connection: " + done.cause());
                        }
                    });
        }
    }
}
