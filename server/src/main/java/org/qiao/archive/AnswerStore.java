package org.qiao.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.Oversight.Window;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers answered. */
@Repository
class AnswerStore {

    static final String INSERT = """
            insert into archive_answer (org_id, customer_id, version, agreed, at)
            values (:org_id, :customer_id, :version, :agreed, :now)
            on conflict (org_id, customer_id) where agreed and until_at is null do nothing
            """;

    static final String END = """
            update archive_answer
            set until_at = greatest(at, :now)
            where org_id = :org_id and customer_id = any(:customers) and agreed and until_at is null
            """;

    /** The notice is another one: everybody is asked again. */
    static final String END_ALL = """
            update archive_answer
            set until_at = greatest(at, :now)
            where org_id = :org_id and agreed and until_at is null
            """;

    static final String LAST = """
            select version, agreed, at, until_at
            from archive_answer
            where org_id = :org_id and customer_id = any(:customers)
            order by id desc
            limit 1
            """;

    static final String LOCK = """
            select id
            from archive_answer
            where org_id = :org_id and customer_id = any(:customers)
            order by id
            limit 1
            for update
            """;

    static final String AGREED = """
            select customer_id, at, until_at
            from archive_answer
            where org_id = :org_id and customer_id = any(:customers) and agreed
            order by id
            """;

    static final String COUNT = """
            select count(*)
            from archive_answer
            where org_id = :org_id and customer_id = any(:customers) and at > :since
            """;

    static final String DELETE = """
            delete from archive_answer
            where org_id = :org_id and customer_id = any(:customers)
            """;

    private static final RowMapper<Agreed> AGREED_ROW = (rs, n) ->
            new Agreed(rs.getLong("customer_id"), new Window(Sql.instant(rs, "at"), Sql.instantOrNull(rs, "until_at")));

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Answer(
            int version,
            boolean agreed,
            Instant at,
            @Nullable Instant until) {

        boolean isInForce() {
            return agreed && until == null;
        }
    }

    private record Agreed(long customerId, Window window) {}

    void insert(long orgId, long customerId, Answer answer) {
        jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("version", answer.version())
                .param("agreed", answer.agreed())
                .param("now", Sql.at(answer.at()))
                .update();
    }

    void end(long orgId, Collection<Long> customers, Instant now) {
        of(END, orgId, customers).param("now", Sql.at(now)).update();
    }

    void endAll(long orgId, Instant now) {
        jdbc.sql(END_ALL).param("org_id", orgId).param("now", Sql.at(now)).update();
    }

    Optional<Answer> last(long orgId, Collection<Long> customers) {
        return of(LAST, orgId, customers)
                .query((rs, n) -> new Answer(
                        rs.getInt("version"),
                        rs.getBoolean("agreed"),
                        Sql.instant(rs, "at"),
                        Sql.instantOrNull(rs, "until_at")))
                .optional();
    }

    /** False: none of them ever answered. */
    boolean lock(long orgId, Collection<Long> customers) {
        return of(LOCK, orgId, customers).query(Long.class).optional().isPresent();
    }

    Map<Long, List<Window>> agreed(long orgId, Collection<Long> customers) {
        return of(AGREED, orgId, customers).query(AGREED_ROW).list().stream()
                .collect(Collectors.groupingBy(
                        Agreed::customerId, Collectors.mapping(Agreed::window, Collectors.toList())));
    }

    int count(long orgId, Collection<Long> customers, Instant since) {
        return of(COUNT, orgId, customers)
                .param("since", Sql.at(since))
                .query(Integer.class)
                .single();
    }

    void delete(long orgId, Collection<Long> customers) {
        of(DELETE, orgId, customers).update();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, Collection<Long> customers) {
        return jdbc.sql(sql).param("org_id", orgId).param("customers", customers.toArray(Long[]::new));
    }
}
