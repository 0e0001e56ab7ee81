package org.qiao.messaging;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.QiaoApplication;
import org.qiao.platform.Actor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints how long it takes to hand a device what it missed in 200 conversations: syncs and pulls, all pages, until the JSON is
 * written; without the socket. 300,000 other entries lie around. Run by hand like {@link AppendCost}. See docs/performance.md.
 */
final class FetchCost {

    private static final int ROOMS = 200;
    private static final int OTHERS = 800;
    private static final int OLD = 300;

    private final JdbcClient jdbc;
    private final SyncLog syncLog;
    private final Entries entries;
    private final JsonMapper json;
    private long org;
    private long writer;
    private @Nullable Integer tail;

    private FetchCost(ConfigurableApplicationContext context) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.syncLog = context.getBean(SyncLog.class);
        this.entries = context.getBean(Entries.class);
        this.json = context.getBean(JsonMapper.class);
    }

    public static void main(String[] args) {
        List<String> settings = new ArrayList<>(List.of("--server.port=0", "--qiao.gateway.port=0"));
        settings.addAll(List.of(args));
        try (ConfigurableApplicationContext context =
                SpringApplication.run(QiaoApplication.class, settings.toArray(String[]::new))) {
            new FetchCost(context).run();
        }
    }

    private void run() {
        org = jdbc.sql("insert into org (name) values ('fetch') returning id")
                .query(Long.class)
                .single();
        writer = principal();
        Actor reader = new Actor(org, principal(), Set.of(), Locale.ROOT, ZoneId.of("Asia/Shanghai"));
        rooms(reader.principalId(), ROOMS);
        rooms(principal(), OTHERS);
        write("true", OLD);
        measure(reader);
        tail = 100;
        measure(reader);
    }

    private void measure(Actor reader) {
        for (int missed : new int[] {1_000, 10_000}) {
            long[] took = new long[20];
            Fetched fetched = new Fetched(0, 0, 0, 0);
            for (int i = 0; i < took.length; i++) {
                SyncAnswer before = all(reader, null);
                String mine = "id in (select conversation_id from messaging_member where principal_id = "
                        + reader.principalId() + ")";
                write(mine, missed / ROOMS);
                long begin = System.nanoTime();
                fetched = fetch(reader, before, missed / ROOMS);
                took[i] = System.nanoTime() - begin;
            }
            Arrays.sort(took);
            System.out.printf(
                    "tail %4s, %,6d missed: median %.1f ms, best %.1f, worst %.1f; %d syncs, %d pulls, %,d entries, %,d bytes%n",
                    tail,
                    missed,
                    took[took.length / 2] / 1e6,
                    took[0] / 1e6,
                    took[took.length - 1] / 1e6,
                    fetched.syncs,
                    fetched.pulls,
                    fetched.entries,
                    fetched.bytes);
        }
    }

    /** What the device does: all pages, then a pull where the tail does not reach back. */
    private Fetched fetch(Actor reader, SyncAnswer known, int each) {
        Fetched total = new Fetched(0, 0, 0, 0);
        SyncAnswer page = null;
        do {
            page = syncLog.sync(reader, request(known, page));
            total = total.plus(new Fetched(1, 0, 0, json.writeValueAsBytes(page).length));
            for (ConversationView conversation : page.conversations()) {
                List<EntryView> tail = conversation.entries() == null ? List.of() : conversation.entries();
                total = total.plus(new Fetched(0, 0, tail.size(), 0));
                long last = conversation.seq() - each;
                while (tail.isEmpty() || tail.getFirst().seq() > last + 1) {
                    EntryPage pulled = entries.list(reader, conversation.id(), null, last, 200);
                    byte[] bytes = json.writeValueAsBytes(pulled);
                    total = total.plus(new Fetched(0, 1, pulled.items().size(), bytes.length));
                    last = pulled.items().getLast().seq();
                }
            }
        } while (page.next() != null);
        return total;
    }

    private SyncAnswer all(Actor reader, @Nullable SyncAnswer known) {
        SyncAnswer page = syncLog.sync(reader, request(known, null));
        while (page.next() != null) {
            page = syncLog.sync(reader, request(known, page));
        }
        return page;
    }

    private SyncRequest request(@Nullable SyncAnswer known, @Nullable SyncAnswer page) {
        String after = page == null ? null : page.next();
        return known == null
                ? new SyncRequest(null, null, null, after, null)
                : new SyncRequest(known.era(), known.cursor(), known.personalSeq(), after, null, tail);
    }

    private long principal() {
        long id = jdbc.sql("insert into principal (kind, org_id) values ('MEMBER', :org) returning id")
                .param("org", org)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into directory_member (principal_id, org_id, name, state)
                        values (:id, :org, '同事', 'ACTIVE')
                        """).param("id", id).param("org", org).update();
        return id;
    }

    private void rooms(long principal, int count) {
        jdbc.sql("""
                        with c as (
                            insert into messaging_conversation (org_id, kind, title, created_by, created_at, member_count)
                            select :org, 'GROUP', 'fetch', :by, now(), 2 from generate_series(1, :count)
                            returning id
                        ), m as (
                            insert into messaging_member (conversation_id, principal_id, org_id, from_seq, from_no, joined_at)
                            select c.id, p, :org, 1, 0, now() from c cross join unnest(array[:principal, :by]::bigint[]) p
                        )
                        select id from c
                        """)
                .param("org", org)
                .param("by", writer)
                .param("principal", principal)
                .param("count", count)
                .query(Long.class)
                .list();
        jdbc.sql("""
                        insert into messaging_head (conversation_id, org_id, moved_at)
                        select id, org_id, now() from messaging_conversation where org_id = :org
                        on conflict do nothing
                        """).param("org", org).update();
    }

    private void write(String which, int each) {
        jdbc.sql("""
                        with h as (
                            update messaging_head
                            set seq = seq + :each, message_no = message_no + :each, moved_xid = pg_current_xact_id(), moved_at = now()
                            where org_id = :org and conversation_id in (
                                select id from messaging_conversation where org_id = :org and %s)
                            returning conversation_id, seq - :each as seq
                        )
                        insert into messaging_entry (conversation_id, seq, org_id, message_no, sender_id, kind, client_key, digest,
                                                     body, created_at)
                        select h.conversation_id, h.seq + i, :org, h.seq + i, :by, 'TEXT', gen_random_uuid()::text,
                            '\\x00112233445566778899aabbccddeeff', '{"text":"' || repeat('0123456789', 10) ||
                            '","mentions":[],"mentionAll":false}', now()
                        from h cross join generate_series(1, :each) i
                        """.formatted(which))
                .param("org", org)
                .param("by", writer)
                .param("each", each)
                .update();
    }

    private record Fetched(int syncs, int pulls, int entries, long bytes) {

        Fetched plus(Fetched more) {
            return new Fetched(syncs + more.syncs, pulls + more.pulls, entries + more.entries, bytes + more.bytes);
        }
    }
}
