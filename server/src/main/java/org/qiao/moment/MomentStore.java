package org.qiao.moment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.customerprofile.TaggedRelations.TagChoice;
import org.qiao.moment.MomentContent.MomentLink;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What is shown, without who shows it. */
@Repository
class MomentStore {

    private static final String COLUMNS_PART = """
            m.id, m.org_id, m.kind, m.creator_id, m.text, m.files, m.video, m.link_url, m.link_title, m.tags, m.all_tags, m.senders,
                m.publish_at, m.published_at, m.withdrawn_at
            """;

    /** Nothing comes back when the key was used before. */
    static final String ADD = """
            insert into moment (org_id, kind, creator_id, text, files, video, link_url, link_title, tags, all_tags, senders,
                client_key, publish_at, created_at)
            values (:org_id, :kind, :creator_id, :text, :files, :video, :link_url, :link_title, :tags, :all_tags, :senders::jsonb,
                :client_key, :publish_at, :now)
            on conflict (org_id, creator_id, client_key) do nothing
            returning id
            """;

    static final String KEYED = "select " + COLUMNS_PART + """
            from moment m
            where m.org_id = :org_id and m.creator_id = :creator_id and m.client_key = :client_key
            """;

    static final String FIND = "select " + COLUMNS_PART + """
            from moment m
            where m.org_id = :org_id and m.id = any(:ids)
            """;

    static final String LOCK = "select " + COLUMNS_PART + """
            from moment m
            where m.org_id = :org_id and m.id = :id
            for update
            """;

    static final String COMPANY = "select " + COLUMNS_PART + """
            from moment m
            where m.org_id = :org_id and m.kind = 'COMPANY' and m.id < :before
            order by m.id desc
            limit :limit
            """;

    static final String PUBLISHED = """
            update moment
            set published_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String WITHDRAWN = """
            update moment
            set withdrawn_at = :now, withdrawn_by = :by
            where org_id = :org_id and id = :id
            """;

    /** Whoever publishes for himself takes turns. */
    static final String LOCK_AUTHOR = """
            select pg_advisory_xact_lock(hashtextextended('moment_author', :principal_id))
            """;

    /** Withdrawn ones were published; those that were taken back before their time were not. */
    static final String OF_DAY = """
            select count(*)
            from moment m
            where m.org_id = :org_id and m.creator_id = :creator_id and m.kind = 'PERSONAL'
                and m.publish_at >= :from_at and m.publish_at < :until_at
                and (m.withdrawn_at is null or m.published_at is not null)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MomentStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Something that shall be shown. */
    record NewMoment(
            MomentKind kind,
            MomentContent content,
            TagChoice choice,
            @Nullable StartRange senders,
            String key,
            Instant publishAt) {}

    Optional<Long> add(Actor actor, NewMoment wanted, Instant now) {
        MomentLink link = wanted.content().link();
        StartRange senders = wanted.senders();
        return jdbc.sql(ADD)
                .param("org_id", actor.orgId())
                .param("kind", wanted.kind().name())
                .param("creator_id", actor.principalId())
                .param("text", wanted.content().text())
                .param("files", wanted.content().files().toArray(Long[]::new))
                .param("video", wanted.content().video())
                .param("link_url", link == null ? "" : link.url())
                .param("link_title", link == null ? "" : link.title())
                .param("tags", ordered(wanted.choice()))
                .param("all_tags", wanted.choice().all())
                .param("senders", senders == null ? null : json.writeValueAsString(senders))
                .param("client_key", wanted.key())
                .param("publish_at", Sql.at(wanted.publishAt()))
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    static Long[] ordered(TagChoice choice) {
        return choice.tags().stream().sorted().toArray(Long[]::new);
    }

    Optional<Moment> keyed(Actor actor, String key) {
        return jdbc.sql(KEYED)
                .param("org_id", actor.orgId())
                .param("creator_id", actor.principalId())
                .param("client_key", key)
                .query(this::row)
                .optional();
    }

    Optional<Moment> find(long orgId, long id) {
        return findAll(orgId, Set.of(id)).values().stream().findFirst();
    }

    Map<Long, Moment> findAll(long orgId, Collection<Long> ids) {
        return jdbc
                .sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(this::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Moment::id, Function.identity()));
    }

    Optional<Moment> lock(long orgId, long id) {
        return jdbc.sql(LOCK)
                .param("org_id", orgId)
                .param("id", id)
                .query(this::row)
                .optional();
    }

    List<Moment> company(long orgId, long before, int limit) {
        return jdbc.sql(COMPANY)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    void published(long orgId, long id, Instant now) {
        jdbc.sql(PUBLISHED)
                .param("org_id", orgId)
                .param("id", id)
                .param("now", Sql.at(now))
                .update();
    }

    void withdrawn(long orgId, long id, long by, Instant now) {
        jdbc.sql(WITHDRAWN)
                .param("org_id", orgId)
                .param("id", id)
                .param("by", by)
                .param("now", Sql.at(now))
                .update();
    }

    void lockAuthor(Actor author) {
        jdbc.sql(LOCK_AUTHOR)
                .param("principal_id", author.principalId())
                .query((rs, n) -> n)
                .list();
    }

    int ofDay(Actor author, MomentRules.Day day) {
        return jdbc.sql(OF_DAY)
                .param("org_id", author.orgId())
                .param("creator_id", author.principalId())
                .param("from_at", Sql.at(day.from()))
                .param("until_at", Sql.at(day.until()))
                .query(Integer.class)
                .single();
    }

    private Moment row(ResultSet rs, int number) throws SQLException {
        String url = rs.getString("link_url");
        String senders = rs.getString("senders");
        return new Moment(
                rs.getLong("id"),
                rs.getLong("org_id"),
                MomentKind.valueOf(rs.getString("kind")),
                rs.getLong("creator_id"),
                new MomentContent(
                        rs.getString("text"),
                        List.of((Long[]) rs.getArray("files").getArray()),
                        rs.getBoolean("video"),
                        url.isEmpty() ? null : new MomentLink(url, rs.getString("link_title"))),
                new TagChoice(rs.getBoolean("all_tags"), Set.of((Long[])
                        rs.getArray("tags").getArray())),
                senders == null ? null : json.readValue(senders, StartRange.class),
                Sql.instant(rs, "publish_at"),
                Sql.instantOrNull(rs, "published_at"),
                Sql.instantOrNull(rs, "withdrawn_at"));
    }
}
