package org.qiao.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches that are committed and perhaps not fanned out. Ages are the database's, so that no clock can hide a row. */
@Repository
class OutboxStore {

    static final String INSERT = """
            insert into messaging_outbox (conversations, seqs)
            values (:conversations, :seqs)
            returning id
            """;

    /** Says what was in them: one line for each conversation. */
    static final String DELETE = """
            with gone as (
                delete from messaging_outbox
                where id = any(:ids)
                returning conversations, seqs, counts
            ), moved as (
                select i.conversation_id, min(i.seq) as first_seq, max(i.seq + coalesce(i.stretch, 1) - 1) as last_seq
                from gone
                cross join lateral unnest(gone.conversations, gone.seqs, gone.counts) as i (conversation_id, seq, stretch)
                group by i.conversation_id
            )
            select c.org_id, m.conversation_id, m.first_seq, m.last_seq
            from moved m
            cross join lateral (
                select x.org_id
                from messaging_conversation x
                where x.id = m.conversation_id
                offset 0) c
            """;

    static final String LEFT_BEHIND = """
            select o.id,
                array(
                    select i.conversation_id
                    from unnest(o.conversations, o.counts) as i (conversation_id, stretch)
                    cross join generate_series(1, coalesce(i.stretch, 1))) as conversations,
                array(
                    select s
                    from unnest(o.seqs, o.counts) as i (seq, stretch)
                    cross join generate_series(i.seq, i.seq + coalesce(i.stretch, 1) - 1) s) as seqs
            from messaging_outbox o
            where created_at < now() - :seconds * interval '1 second'
            order by id
            limit :limit
            """;

    private static final RowMapper<Batch> ROW = (rs, n) ->
            new Batch(rs.getLong("id"), (Long[]) rs.getArray("conversations").getArray(), (Long[])
                    rs.getArray("seqs").getArray());

    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(long conversationId, List<Long> seqs) {
        List<Long> conversations = new ArrayList<>();
        seqs.forEach(seq -> conversations.add(conversationId));
        return jdbc.sql(INSERT)
                .param("conversations", conversations.toArray(Long[]::new))
                .param("seqs", seqs.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    List<OutboxReader.Stretch> delete(Collection<Long> ids) {
        return jdbc.sql(DELETE)
                .param("ids", ids.toArray(Long[]::new))
                .query((rs, n) -> new OutboxReader.Stretch(
                        rs.getLong("org_id"),
                        rs.getLong("conversation_id"),
                        rs.getLong("first_seq"),
                        rs.getLong("last_seq")))
                .list();
    }

    List<Batch> leftBehind(Duration age, int limit) {
        return jdbc.sql(LEFT_BEHIND)
                .param("seconds", age.toMillis() / 1000.0)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** One committed batch: parallel arrays of places. */
    record Batch(long id, Long[] conversations, Long[] seqs) {}
}
