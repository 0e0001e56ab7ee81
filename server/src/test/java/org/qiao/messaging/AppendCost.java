package org.qiao.messaging;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.qiao.QiaoApplication;
import org.qiao.platform.Actor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Prints what one append costs: messages a second and processor time of the database and of this program for each message, by
 * size of the batch, once spread over 1,000 conversations and once all in one. With --cost.mention one draft of each batch
 * mentions somebody, which sends the whole batch the longer way. One connection, no lanes, no fan-out. Run by hand:
 * {@code java -cp … org.qiao.messaging.AppendCost [--cost.seconds=2] [--cost.sizes=1,16,64,256,512] [--cost.mention] [--qiao.data=… or
 * --qiao.database.url=…]}. See docs/performance.md.
 */
final class AppendCost {

    private static final int CONVERSATIONS = 1_000;
    private static final int PEOPLE = 2_000;
    private static final int SEATS = 10;
    private static final String TEXT =
            "The meeting moves to three o'clock; please bring the papers of the second quarter, Wang. 0123456789";

    private final JdbcClient jdbc;
    private final AppendStore store;
    private final Outbox outbox;
    private final long postmaster;
    private final Random random = new Random(7);
    private final boolean mention;
    private final List<Seat> seats = new ArrayList<>();
    private final com.sun.management.OperatingSystemMXBean system =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private AppendCost(ConfigurableApplicationContext context) throws IOException {
        this.jdbc = context.getBean(JdbcClient.class);
        this.store = context.getBean(AppendStore.class);
        this.outbox = context.getBean(Outbox.class);
        this.mention = context.getEnvironment().getProperty("cost.mention", Boolean.class, false);
        long backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        this.postmaster = Long.parseLong(stat(backend)[1]);
        seat();
    }

    public static void main(String[] args) throws IOException, SQLException {
        List<String> settings = new ArrayList<>(List.of("--server.port=0", "--qiao.gateway.port=0"));
        settings.addAll(List.of(args));
        try (ConfigurableApplicationContext context =
                SpringApplication.run(QiaoApplication.class, settings.toArray(String[]::new))) {
            double seconds = Double.parseDouble(context.getEnvironment().getProperty("cost.seconds", "2"));
            int[] sizes = Stream.of(context.getEnvironment()
                            .getProperty("cost.sizes", "1,16,64,256,512")
                            .split(","))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            AppendCost cost = new AppendCost(context);
            cost.run("warm-up", 256, CONVERSATIONS, seconds * 2);
            cost.run("warm-up", 256, 1, seconds);
            for (int size : sizes) {
                cost.run("1,000 conversations", size, CONVERSATIONS, seconds);
            }
            for (int size : sizes) {
                cost.run("one conversation", size, 1, seconds);
            }
        }
    }

    private void run(String name, int size, int conversations, double seconds) throws SQLException, IOException {
        List<List<AppendStore.Row>> batches = new ArrayList<>();
        for (int i = 0; i < Math.max(2, 4_096 / size); i++) {
            batches.add(batch(size, conversations));
        }
        Cpu before = cpu();
        long begin = System.nanoTime();
        long made = 0;
        long stored = 0;
        for (int n = 0; System.nanoTime() - begin < seconds * 1e9; n++) {
            if (n > 0
                    && n % batches.size() == 0) { // the preparation costs this program time, but no time of the append
                long from = System.nanoTime();
                batches.replaceAll(_ -> batch(size, conversations));
                made += System.nanoTime() - from;
            }
            AppendStore.Outcome[] outcomes = store.append(batches.get(n % batches.size()));
            if (!Stream.of(outcomes).allMatch(AppendStore.Outcome::isStored)) {
                throw new IllegalStateException("Not stored: " + Arrays.toString(outcomes));
            }
            stored += size;
            outbox.done(outcomes[0].outboxId());
        }
        double took = (System.nanoTime() - begin - made) / 1e9;
        Cpu after = cpu();
        System.out.printf(
                "%-20s batch %4d %,9.0f messages/s   database %5.1f + %4.1f µs   program %5.1f µs   WAL %,5.0f bytes%n",
                name,
                size,
                stored / took,
                (after.backends - before.backends) / 1e3 / stored,
                (after.others - before.others) / 1e3 / stored,
                (after.program - before.program - made) / 1e3 / stored,
                (double) (after.wal - before.wal) / stored);
    }

    private List<AppendStore.Row> batch(int size, int conversations) {
        List<AppendStore.Row> rows = new ArrayList<>(size);
        long now = System.currentTimeMillis();
        for (int i = 0; i < size; i++) {
            Seat seat = seats.get(random.nextInt(conversations * SEATS));
            List<Long> mentioned = mention && i == 0 ? List.of(seat.actor.principalId()) : List.of();
            Draft draft = Draft.message(
                    seat.conversation,
                    UUID.randomUUID().toString(),
                    EntryKind.TEXT,
                    new Draft.Body(TEXT, List.copyOf(mentioned), null, null, null));
            Pending pending = new Pending(seat.actor, seat.conversation, BodyRule.check(draft), 0, false, NOBODY);
            rows.add(new AppendStore.Row(pending, 0, now));
        }
        rows.sort(Comparator.comparingLong(row -> row.pending().conversationId()));
        return rows;
    }

    private Cpu cpu() throws IOException {
        long backends = 0;
        long others = 0;
        for (String child : Files.readString(Path.of("/proc/" + postmaster + "/task/" + postmaster + "/children"))
                .strip()
                .split(" ")) {
            long used = nanos(Long.parseLong(child));
            String title = Files.readString(Path.of("/proc/" + child + "/cmdline"));
            if (title.contains("127.0.0.1(")) {
                backends += used;
            } else {
                others += used;
            }
        }
        long wal = jdbc.sql("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")
                .query(Long.class)
                .single();
        return new Cpu(backends, others, system.getProcessCpuTime(), wal);
    }

    /** First number: time on a processor. */
    private static long nanos(long pid) throws IOException {
        return Long.parseLong(
                Files.readString(Path.of("/proc/" + pid + "/schedstat")).split(" ")[0]);
    }

    /** What stands behind the name in brackets: state, parent, … */
    private static String[] stat(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    private void seat() {
        long org = jdbc.sql("insert into org (name) values ('speed') returning id")
                .query(Long.class)
                .single();
        List<Long> people = jdbc.sql("""
                        insert into principal (kind, org_id)
                        select 'MEMBER', :org from generate_series(1, :people)
                        returning id
                        """)
                .param("org", org)
                .param("people", PEOPLE)
                .query(Long.class)
                .list();
        List<Long> rooms = jdbc.sql("""
                        insert into messaging_conversation (org_id, kind, title, created_by, created_at, member_count)
                        select :org, 'GROUP', 'speed', :by, now(), :seats from generate_series(1, :rooms)
                        returning id
                        """)
                .param("org", org)
                .param("by", people.getFirst())
                .param("seats", SEATS)
                .param("rooms", CONVERSATIONS)
                .query(Long.class)
                .list();
        jdbc.sql("""
                        insert into messaging_head (conversation_id, org_id, moved_at)
                        select id, org_id, now() from messaging_conversation where org_id = :org
                        """).param("org", org).update();
        List<Long> rooming = new ArrayList<>();
        List<Long> seated = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS * SEATS; i++) {
            long principal = people.get((i / SEATS * 7 + i % SEATS) % PEOPLE);
            Actor actor = new Actor(org, principal, Set.of(), Locale.ROOT, ZoneId.of("Asia/Shanghai"));
            seats.add(new Seat(rooms.get(i / SEATS), actor));
            rooming.add(rooms.get(i / SEATS));
            seated.add(principal);
        }
        jdbc.sql("""
                        insert into messaging_member (conversation_id, principal_id, org_id, from_seq, from_no, joined_at)
                        select i.conversation, i.principal, :org, 1, 0, now()
                        from unnest(:rooms::bigint[], :people::bigint[]) as i (conversation, principal)
                        """)
                .param("org", org)
                .param("rooms", rooming.toArray(Long[]::new))
                .param("people", seated.toArray(Long[]::new))
                .update();
    }

    private static final SendCallback NOBODY = new SendCallback() {
        @Override
        public void stored(Ack ack) {}

        @Override
        public void refused(org.qiao.platform.Problem problem) {}
    };

    private record Seat(long conversation, Actor actor) {}

    private record Cpu(long backends, long others, long program, long wal) {}
}
