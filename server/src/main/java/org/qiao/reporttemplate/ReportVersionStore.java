package org.qiao.reporttemplate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What versions hold, and which shipped templates have come. */
@Repository
class ReportVersionStore {

    static final String FIND = """
            select content
            from report_template_version
            where org_id = :org_id and template_id = :template_id and number = :number
            """;

    static final String INSERT = """
            insert into report_template_version (org_id, template_id, number, content, published_by, published_at)
            values (:org_id, :template_id, :number, :content::jsonb, :published_by, :now)
            """;

    static final String LIST = """
            select number, published_by, published_at
            from report_template_version
            where org_id = :org_id and template_id = :template_id and number < :before
            order by number desc
            limit :limit
            """;

    /** Nothing is returned for what the company has received before. */
    static final String RECEIVE = """
            insert into report_template_shipped (org_id, shipped_key)
            values (:org_id, :shipped_key)
            on conflict do nothing
            """;

    static final String RECEIVED = """
            select shipped_key
            from report_template_shipped
            where org_id = :org_id
            """;

    private final JdbcClient jdbc;

    ReportVersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param publishedBy null: it was shipped */
    record Line(int number, @Nullable Long publishedBy, Instant publishedAt) {}

    Optional<String> find(long orgId, long templateId, int number) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("template_id", templateId)
                .param("number", number)
                .query(String.class)
                .optional();
    }

    void insert(long orgId, long templateId, Line line, String content) {
        jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("template_id", templateId)
                .param("number", line.number())
                .param("content", content)
                .param("published_by", line.publishedBy(), java.sql.Types.BIGINT)
                .param("now", Sql.at(line.publishedAt()))
                .update();
    }

    List<Line> list(long orgId, long templateId, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("template_id", templateId)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new Line(
                        rs.getInt("number"), Sql.longOrNull(rs, "published_by"), Sql.instant(rs, "published_at")))
                .list();
    }

    boolean receive(long orgId, String shippedKey) {
        return jdbc.sql(RECEIVE)
                        .param("org_id", orgId)
                        .param("shipped_key", shippedKey)
                        .update()
                == 1;
    }

    List<String> received(long orgId) {
        return jdbc.sql(RECEIVED).param("org_id", orgId).query(String.class).list();
    }
}
