package org.qiao.customer;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerNotices.NoticeText;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The privacy notice, version by version. */
@Repository
class CustomerNoticeStore {

    static final String LIST = """
            select version, zh, en, changed_by, changed_at
            from customer_notice
            where org_id = :org_id and version < :before
            order by version desc
            limit :limit
            """;

    /** Two that change it at once: the second is refused by the key. */
    static final String ADD = """
            insert into customer_notice (org_id, version, zh, en, changed_by, changed_at)
            values (:org_id, :version, :zh, :en, :principal_id, :now)
            on conflict (org_id, version) do nothing
            """;

    private static final RowMapper<Row> ROW = (rs, n) -> new Row(
            rs.getInt("version"),
            new NoticeText(rs.getString("zh"), rs.getString("en")),
            Sql.longOrNull(rs, "changed_by"),
            Sql.instant(rs, "changed_at"));

    private final JdbcClient jdbc;

    CustomerNoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(int version, NoticeText text, @Nullable Long by, Instant at) {}

    int version(long orgId) {
        return list(orgId, Integer.MAX_VALUE, 1).stream()
                .map(Row::version)
                .findFirst()
                .orElse(CustomerNotices.SHIPPED);
    }

    /** What the reader is to agree to, in his language if the company wrote it in that one. */
    CustomerRules.Notice current(long orgId, String company, Locale locale) {
        return list(orgId, Integer.MAX_VALUE, 1).stream()
                .findFirst()
                .map(row -> new CustomerRules.Notice(row.version(), CustomerNotices.shown(row.text(), company, locale)))
                .orElseGet(
                        () -> new CustomerRules.Notice(CustomerNotices.SHIPPED, NoticeTexts.shipped(company, locale)));
    }

    List<Row> list(long orgId, int before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    boolean add(Actor actor, int version, NoticeText text, Instant now) {
        return jdbc.sql(ADD)
                        .param("org_id", actor.orgId())
                        .param("version", version)
                        .param("zh", text.zh())
                        .param("en", text.en())
                        .param("principal_id", actor.principalId())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }
}
