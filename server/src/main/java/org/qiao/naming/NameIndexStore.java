package org.qiao.naming;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NameIndexStore {

    static final String DELETE = """
            delete from naming_key
            where org_id = :org_id and principal_id = any(:ids)
            """;

    static final String INSERT = """
            insert into naming_key (org_id, principal_id, key, kind, weight, hidden)
            select :org_id, t.principal_id, t.key, t.kind, t.weight, t.hidden
            from unnest(cast(:ids as bigint[]), cast(:keys as text[]), cast(:kinds as text[]), cast(:weights as smallint[]),
                cast(:hidden as boolean[])) as t (principal_id, key, kind, weight, hidden)
            """;

    static final String SET_HIDDEN = """
            update naming_key
            set hidden = :hidden
            where org_id = :org_id and principal_id = :id and hidden <> :hidden
            """;

    /** One range of the primary key. The best key of each person counts: first by weight, then the shortest. */
    static final String FIND = """
            select principal_id, kind
            from (
                select distinct on (k.principal_id) k.principal_id, k.kind, k.weight, k.key
                from naming_key k
                where k.org_id = :org_id and k.key >= :low and k.key < :high and not k.hidden
                order by k.principal_id, k.weight, char_length(k.key)
            ) best
            order by weight, char_length(key), key, principal_id
            limit :limit
            """;

    /** The same range for administrators, who also look for people who have left; unordered, as a filter of a list. */
    static final String FIND_ALL = """
            select distinct k.principal_id
            from naming_key k
            where k.org_id = :org_id and k.key >= :low and k.key < :high
            limit :limit
            """;

    /**
     * Whole names of everybody who has a key beginning in this way. The array is made first, so that right after an import, when
     * the planner knows nothing of the new rows, this still is one range and one look into the small index for each person.
     */
    static final String CANDIDATES = """
            select n.principal_id, n.key
            from naming_key n
            where n.org_id = :org_id and n.kind = 'NAME' and n.weight = 0 and not n.hidden and n.principal_id = any(array(
                select distinct k.principal_id
                from naming_key k
                where k.org_id = :org_id and k.key >= :low and k.key < :high
                limit :limit))
            """;

    private static final RowMapper<NameHit> HIT =
            (rs, n) -> new NameHit(rs.getLong("principal_id"), NameMatch.valueOf(rs.getString("kind")));

    private static final RowMapper<Candidate> CANDIDATE =
            (rs, n) -> new Candidate(rs.getLong("principal_id"), rs.getString("key"));

    private final JdbcClient jdbc;

    NameIndexStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person whose name may fit. */
    record Candidate(long principalId, String name) {}

    /** A key with its person. */
    record Row(long principalId, NameKeys.Key key, boolean hidden) {}

    void delete(long orgId, Collection<Long> ids) {
        jdbc.sql(DELETE)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    void insert(long orgId, List<Row> rows) {
        Stream<NameKeys.Key> keys = rows.stream().map(Row::key);
        jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("ids", rows.stream().map(Row::principalId).toArray(Long[]::new))
                .param("keys", keys.map(NameKeys.Key::key).toArray(String[]::new))
                .param(
                        "kinds",
                        rows.stream().map(row -> row.key().kind().name()).toArray(String[]::new))
                .param(
                        "weights",
                        rows.stream().map(row -> (short) row.key().weight()).toArray(Short[]::new))
                .param("hidden", rows.stream().map(Row::hidden).toArray(Boolean[]::new))
                .update();
    }

    void setHidden(long orgId, long id, boolean hidden) {
        jdbc.sql(SET_HIDDEN)
                .param("org_id", orgId)
                .param("id", id)
                .param("hidden", hidden)
                .update();
    }

    List<NameHit> find(long orgId, String start, int limit) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("low", start)
                .param("high", NameQuery.end(start))
                .param("limit", limit)
                .query(HIT)
                .list();
    }

    List<Long> findAll(long orgId, String start, int limit) {
        return jdbc.sql(FIND_ALL)
                .param("org_id", orgId)
                .param("low", start)
                .param("high", NameQuery.end(start))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    List<Candidate> candidates(long orgId, String start, int limit) {
        return jdbc.sql(CANDIDATES)
                .param("org_id", orgId)
                .param("low", start)
                .param("high", NameQuery.end(start))
                .param("limit", limit)
                .query(CANDIDATE)
                .list();
    }
}
