package org.qiao.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * A company at work: of a hundred messages 70 go to one person, 25 to a group of 50 and 5 to a group of 500; three are files; everybody
 * marks what he has read. So many messages as --in-flight says are under way at any time.
 */
final class MixedScenario implements Scenario {

    private static final int MEMBERS = 1_000;
    private static final int SMALL = 50;
    private static final int LARGE = 500;
    private static final int IN_FLIGHT = 200;
    private static final int WITH_FILES = 50;

    @Override
    public int people(Options options) {
        return options.number("members", MEMBERS);
    }

    @Override
    public void run(Run run) {
        int members = run.options.number("members", MEMBERS);
        if (members < 2 * SMALL) {
            throw new Misuse("mixed needs at least " + 2 * SMALL + " members.");
        }
        List<Person> people = run.people.subList(0, members);
        Run.say("Making pairs and groups …");
        List<Callable<Made>> work = new ArrayList<>();
        for (int i = 0; i < members / 2; i++) {
            int one = i;
            int other = i + members / 2;
            work.add(() -> new Made(run.api.direct(people.get(one), people.get(other)), List.of(one, other)));
        }
        for (int i = 0; i + SMALL <= members; i += SMALL) {
            List<Integer> some = range(i, i + SMALL);
            work.add(() -> group(run, people, some));
        }
        work.add(() -> group(run, people, range(0, Math.min(LARGE, members))));
        List<Made> made = Api.all(work);
        Map<Integer, Long> files = files(run, people);
        Run.say("Opening " + members + " sockets …");
        List<Client> clients = run.connect(people, run.options.number("at-once", 200));
        List<Conversation> conversations = new ArrayList<>();
        for (Made one : made) {
            Conversation conversation =
                    new Conversation(one.made().id(), one.made().seq());
            one.members().forEach(index -> conversation.seat(clients.get(index)));
            conversations.add(conversation);
        }
        play(run, conversations, members / 2, files);
    }

    private record Made(Api.Made made, List<Integer> members) {}

    private static Made group(Run run, List<Person> people, List<Integer> members) {
        List<Person> others =
                members.subList(1, members.size()).stream().map(people::get).toList();
        return new Made(run.api.group(people.get(members.getFirst()), "群 " + members.size(), others), members);
    }

    private static List<Integer> range(int from, int to) {
        List<Integer> range = new ArrayList<>();
        for (int i = from; i < to; i++) {
            range.add(i);
        }
        return range;
    }

    private static Map<Integer, Long> files(Run run, List<Person> people) {
        byte[] content = "会议纪要\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        Map<Integer, Long> files = new HashMap<>();
        for (int i = 0; i < WITH_FILES; i++) {
            files.put(i, run.api.upload(people.get(i), "notes-" + i + ".txt", content));
        }
        return files;
    }

    private static void play(Run run, List<Conversation> conversations, int pairs, Map<Integer, Long> files) {
        Traffic traffic = new Traffic(run.network, conversations);
        run.network.ears(traffic);
        int inFlight = run.options.number("in-flight", IN_FLIGHT);
        int seconds = run.options.number("seconds", 15);
        int warmUp = run.options.number("warmup", 5);
        Company company = new Company(traffic, conversations, pairs, files);
        Run.say(inFlight + " messages under way: " + warmUp + " s to warm up, " + seconds + " s measured …");
        run.network.run(() -> {
            traffic.play(company);
            for (int i = 0; i < inFlight; i++) {
                company.next();
            }
        });
        Run.Window window = run.measure(traffic, warmUp, seconds);
        run.network.run(company::stop);
        run.settle(traffic);
        run.result.put("members", run.options.number("members", MEMBERS));
        run.result.put("in_flight", inFlight);
        run.result.putAll(window.numbers());
        run.result.put("file_messages", run.network.call(company::sentFiles));
        run.result.put("read_marks", run.network.call(company::marked));
        run.conclude(traffic);
    }

    /** On the event loop. */
    private static final class Company implements Play {

        private static final long READ_EVERY_NANOS = 5_000_000_000L;

        private final Traffic traffic;
        private final List<Conversation> conversations;
        private final int pairs;
        private final Map<Integer, Long> files;
        private final SplittableRandom random = new SplittableRandom(4);
        private boolean going = true;
        private long sentFiles;
        private long marked;

        Company(Traffic traffic, List<Conversation> conversations, int pairs, Map<Integer, Long> files) {
            this.traffic = traffic;
            this.conversations = conversations;
            this.pairs = pairs;
            this.files = files;
        }

        void stop() {
            going = false;
        }

        void next() {
            int part = random.nextInt(100);
            int large = conversations.size() - 1;
            int index = large;
            if (part < 70) {
                index = random.nextInt(pairs);
            } else if (part < 95) {
                index = pairs + random.nextInt(large - pairs);
            }
            List<Seat> seats = conversations.get(index).seats;
            Seat seat = seats.get(random.nextInt(seats.size()));
            if (random.nextInt(100) < 3) {
                file();
            } else {
                traffic.send(seat, System.nanoTime());
            }
        }

        /** Only who has uploaded a file can send it: in his pair. */
        private void file() {
            int sender = random.nextInt(files.size());
            sentFiles++;
            traffic.sendFile(
                    conversations.get(sender).seats.getFirst(), files.getOrDefault(sender, 0L), System.nanoTime());
        }

        @Override
        public void received(Seat seat, long message) {
            long now = System.nanoTime();
            if (now - seat.readAt > READ_EVERY_NANOS) {
                seat.readAt = now;
                marked++;
                traffic.read(seat);
            }
        }

        @Override
        public void complete(Seat sender, long message) {
            if (going) {
                next();
            }
        }

        long sentFiles() {
            return sentFiles;
        }

        long marked() {
            return marked;
        }
    }
}
