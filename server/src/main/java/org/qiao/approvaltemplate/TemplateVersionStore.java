package org.qiao.approvaltemplate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** TemplateDrafts and versions: what templates hold. */
@Repository
class TemplateVersionStore {

    static final String FIND_DRAFT = """
            select revision, content, edited_by, edited_at
            from approval_template_draft
            where org_id = :org_id and template_id = :template_id
            """;

    static final String INSERT_DRAFT = """
            insert into approval_template_draft (org_id, template_id, revision, content, edited_by, edited_at)
            values (:org_id, :template_id, 1, :content::jsonb, :edited_by, :now)
            """;

    /** Nothing changes when somebody else was quicker. */
    static final String SAVE_DRAFT = """
            update approval_template_draft
            set revision = revision + 1, content = :content::jsonb, edited_by = :edited_by, edited_at = :now
            where org_id = :org_id and template_id = :template_id and revision = :revision
            """;

    static final String FIND_VERSION = """
            select content
            from approval_template_version
            where org_id = :org_id and template_id = :template_id and number = :number
            """;

    static final String INSERT_VERSION = """
            insert into approval_template_version (org_id, template_id, number, content, published_by, published_at)
            values (:org_id, :template_id, :number, :content::jsonb, :published_by, :now)
            """;

    /** Newest first. */
    static final String LIST_VERSIONS = """
            select number, published_by, published_at
            from approval_template_version
            where org_id = :org_id and template_id = :template_id and number < :before
            order by number desc
            limit :limit
            """;

    /** One row for each series; whoever asks waits for the transaction that asked before. */
    static final String NEXT = """
            insert into approval_template_counter as c (org_id, template_id, field, period, last)
            values (:org_id, :template_id, :field, :period, 1)
            on conflict (org_id, template_id, field, period) do update set last = c.last + 1
            returning last
            """;

    /** Nothing is returned for what the company has received before. */
    static final String RECEIVE = """
            insert into approval_template_shipped (org_id, shipped_key)
            values (:org_id, :shipped_key)
            on conflict do nothing
            """;

    static final String RECEIVED = """
            select shipped_key
            from approval_template_shipped
            where org_id = :org_id
            """;

    private final JdbcClient jdbc;

    TemplateVersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param editedBy null: it was shipped */
    record DraftRow(int revision, String content, @Nullable Long editedBy, Instant editedAt) {}

    /** @param publishedBy null: it was shipped */
    record VersionRow(int number, @Nullable Long publishedBy, Instant publishedAt) {}

    Optional<DraftRow> findDraft(long orgId, long templateId) {
        return jdbc.sql(FIND_DRAFT)
                .param("org_id", orgId)
                .param("template_id", templateId)
                .query((rs, n) -> new DraftRow(
                        rs.getInt("revision"),
                        rs.getString("content"),
                        Sql.longOrNull(rs, "edited_by"),
                        Sql.instant(rs, "edited_at")))
                .optional();
    }

    void insertDraft(long orgId, long templateId, String content, @Nullable Long editedBy, Instant now) {
        jdbc.sql(INSERT_DRAFT)
                .param("org_id", orgId)
                .param("template_id", templateId)
                .param("content", content)
                .param("edited_by", editedBy, java.sql.Types.BIGINT)
                .param("now", Sql.at(now))
                .update();
    }

    boolean saveDraft(long orgId, long templateId, DraftRow draft) {
        return jdbc.sql(SAVE_DRAFT)
                        .param("org_id", orgId)
                        .param("template_id", templateId)
                        .param("revision", draft.revision())
                        .param("content", draft.content())
                        .param("edited_by", draft.editedBy(), java.sql.Types.BIGINT)
                        .param("now", Sql.at(draft.editedAt()))
                        .update()
                == 1;
    }

    Optional<String> findVersion(long orgId, long templateId, int number) {
        return jdbc.sql(FIND_VERSION)
                .param("org_id", orgId)
                .param("template_id", templateId)
                .param("number", number)
                .query(String.class)
                .optional();
    }

    void insertVersion(long orgId, long templateId, VersionRow version, String content) {
        jdbc.sql(INSERT_VERSION)
                .param("org_id", orgId)
                .param("template_id", templateId)
                .param("number", version.number())
                .param("content", content)
                .param("published_by", version.publishedBy(), java.sql.Types.BIGINT)
                .param("now", Sql.at(version.publishedAt()))
                .update();
    }

    List<VersionRow> listVersions(long orgId, long templateId, long before, int limit) {
        return jdbc.sql(LIST_VERSIONS)
                .param("org_id", orgId)
                .param("template_id", templateId)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new VersionRow(
                        rs.getInt("number"), Sql.longOrNull(rs, "published_by"), Sql.instant(rs, "published_at")))
                .list();
    }

    long next(long orgId, long templateId, String field, String period) {
        return jdbc.sql(NEXT)
                .param("org_id", orgId)
                .param("template_id", templateId)
                .param("field", field)
                .param("period", period)
                .query(Long.class)
                .single();
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
