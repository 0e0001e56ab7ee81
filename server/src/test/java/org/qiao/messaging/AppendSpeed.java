package org.qiao.messaging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.qiao.QiaoApplication;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Prints durable messages a second through the appender, without sockets: once spread over many conversations, once all in
 * one. Run by hand: {@code java -cp … org.qiao.messaging.AppendSpeed [data folder] [seconds]}. See docs/performance.md.
 */
final class AppendSpeed {

    private static final int CONVERSATIONS = 500;
    private static final int IN_FLIGHT = 4_000;

    private final JdbcClient jdbc;
    private final Messages messages;
    private final Conversations conversations;
    private final int seconds;

    private AppendSpeed(ConfigurableApplicationContext context, int seconds) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.messages = context.getBean(Messages.class);
        this.conversations = context.getBean(Conversations.class);
        this.seconds = seconds;
    }

    public static void main(String[] args) throws InterruptedException {
        String folder = args.length > 0 ? args[0] : "target/speed-data";
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        try (ConfigurableApplicationContext context = SpringApplication.run(
                QiaoApplication.class,
                "--server.port=0",
                "--qiao.gateway.port=0",
                "--qiao.data=" + folder,
                "--qiao.messaging.per-second=10000000",
                "--qiao.messaging.burst=10000000")) {
            AppendSpeed speed = new AppendSpeed(context, seconds);
            List<Room> many = speed.rooms(CONVERSATIONS);
            speed.measure("warm-up", many);
            speed.measure(CONVERSATIONS + " conversations", many);
            speed.measure("one conversation", many.subList(0, 1));
        }
    }

    private void measure(String name, List<Room> rooms) throws InterruptedException {
        Semaphore slots = new Semaphore(IN_FLIGHT);
        AtomicLong stored = new AtomicLong();
        List<Long> waits = Collections.synchronizedList(new ArrayList<>());
        long cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        for (long n = 0; System.nanoTime() < end; n++) {
            slots.acquire();
            Room room = rooms.get((int) (n % rooms.size()));
            long sent = System.nanoTime();
            boolean sample = n % 64 == 0;
            messages.send(
                    room.actor(),
                    Draft.text(room.id(), "k" + begin + "-" + n, "今天的会改到下午三点，请带上资料。"),
                    new SendCallback() {
                        @Override
                        public void stored(Ack ack) {
                            stored.incrementAndGet();
                            if (sample) {
                                waits.add(System.nanoTime() - sent);
                            }
                            slots.release();
                        }

                        @Override
                        public void refused(Problem problem) {
                            slots.release();
                        }
                    });
        }
        slots.acquire(IN_FLIGHT);
        double took = (System.nanoTime() - begin) / 1e9;
        long used =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() - cpu;
        Collections.sort(waits);
        System.out.printf(
                "%-20s %,9.0f messages/s   JVM CPU %.1f µs/message   ack p50 %.1f ms p99 %.1f ms%n",
                name,
                stored.get() / took,
                used / 1e3 / stored.get(),
                waits.get(waits.size() / 2) / 1e6,
                waits.get(waits.size() * 99 / 100) / 1e6);
    }

    private List<Room> rooms(int count) {
        long org = jdbc.sql("insert into org (name) values ('speed') returning id")
                .query(Long.class)
                .single();
        jdbc.sql("insert into directory_department (org_id, name) values (:org, 'speed')")
                .param("org", org)
                .update();
        List<Long> people = jdbc.sql("""
                        with p as (
                            insert into principal (kind, org_id)
                            select 'MEMBER', :org from generate_series(1, 1000) returning id
                        ), m as (
                            insert into directory_member (principal_id, org_id, name, state)
                            select id, :org, '同事', 'ACTIVE' from p
                        )
                        select id from p
                        """).param("org", org).query(Long.class).list();
        List<Room> rooms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Actor actor = new Actor(
                    org,
                    people.get(i),
                    Set.of(),
                    java.util.Locale.SIMPLIFIED_CHINESE,
                    java.time.ZoneId.of("Asia/Shanghai"));
            long id = conversations.createGroup(actor, "r" + i, people.subList(i, i + 10), "room");
            rooms.add(new Room(actor, id));
        }
        return rooms;
    }

    private record Room(Actor actor, long id) {}
}
