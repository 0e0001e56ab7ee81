package org.qiao.card;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where cards stand. */
@Repository
class CardStore {

    static final String ADD = """
            insert into card_place (org_id, type, subject_id, conversation_id)
            select :org_id, :type, :id, i.id
            from unnest(:conversations::bigint[]) as i (id)
            order by i.id
            on conflict do nothing
            """;

    static final String LIST = """
            select conversation_id
            from card_place
            where org_id = :org_id and type = :type and subject_id = :id
            order by conversation_id
            """;

    static final String PLACES = """
            select distinct conversation_id
            from card_place
            where org_id = :org_id and type = :type and subject_id = any(:ids)
            order by conversation_id
            """;

    private final JdbcClient jdbc;

    CardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For itself: whoever notes the same place at the same time waits no longer than this statement. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void add(long orgId, CardSummary card, Collection<Long> conversations) {
        subject(ADD, orgId, card.type(), card.id())
                .param("conversations", conversations.toArray(Long[]::new))
                .update();
    }

    List<Long> places(long orgId, String type, Collection<Long> ids) {
        return jdbc.sql(PLACES)
                .param("org_id", orgId)
                .param("type", type)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    List<Long> list(long orgId, String type, long id) {
        return subject(LIST, orgId, type, id).query(Long.class).list();
    }

    private JdbcClient.StatementSpec subject(String sql, long orgId, String type, long id) {
        return jdbc.sql(sql).param("org_id", orgId).param("type", type).param("id", id);
    }
}
