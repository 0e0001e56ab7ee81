package org.qiao.threadfeed;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said and a lane has not heard. */
@Repository
class ThreadPieceStore {

    static final String ADD = """
            insert into threadfeed_piece (lane, org_id, conversation_id, first_seq)
            select i.lane, i.org_id, i.conversation_id, i.first_seq
            from unnest(:lanes::text[], :orgs::bigint[], :conversations::bigint[], :firsts::bigint[])
                as i (lane, org_id, conversation_id, first_seq)
            """;

    /** Of all companies: org_id is the piece's. A plain "in" may be asked anew for each row, and then more than the limit is taken. */
    static final String TAKE = """
            with taken as materialized (
                select id
                from threadfeed_piece
                where lane = :lane
                order by id
                limit :limit
                for update skip locked)
            delete from threadfeed_piece p
            using taken
            where p.id = taken.id
            returning p.lane, p.org_id, p.conversation_id, p.first_seq
            """;

    private final JdbcClient jdbc;

    ThreadPieceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Piece(String lane, long orgId, long conversationId, long firstSeq) {}

    void add(List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("lanes", pieces.stream().map(Piece::lane).toArray(String[]::new))
                .param("orgs", pieces.stream().map(Piece::orgId).toArray(Long[]::new))
                .param(
                        "conversations",
                        pieces.stream().map(Piece::conversationId).toArray(Long[]::new))
                .param("firsts", pieces.stream().map(Piece::firstSeq).toArray(Long[]::new))
                .update();
    }

    List<Piece> take(String lane, int limit) {
        return jdbc.sql(TAKE)
                .param("lane", lane)
                .param("limit", limit)
                .query((rs, n) -> new Piece(
                        rs.getString("lane"),
                        rs.getLong("org_id"),
                        rs.getLong("conversation_id"),
                        rs.getLong("first_seq")))
                .list();
    }
}
