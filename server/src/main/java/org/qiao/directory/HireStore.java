package org.qiao.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes members and their posts in batches: an import brings thousands in one transaction. */
@Repository
class HireStore {

    static final String INSERT_MEMBER = """
            insert into directory_member (principal_id, org_id, name, alias, number, phone, email, title, work_place, state,
                created_at, sort_key)
            values (:id, :org_id, :name, :alias, :number, :phone, :email, :title, :work_place, :state, :created_at, :sort_key)
            """;

    static final String INSERT_POST = """
            insert into directory_department_member (org_id, department_id, principal_id, title, leader, main, position)
            values (:org_id, :department_id, :id, :title, :leader, :main, 0)
            """;

    static final String CLEAR_POSTS = """
            delete from directory_department_member
            where org_id = :org_id and principal_id = :id
            """;

    /** Who has left and comes back: the latest one with the same phone, else with the same e-mail. */
    static final String FIND_LEFT = """
            select principal_id
            from directory_member
            where org_id = :org_id and state = 'LEFT' and (phone = :phone or email = :email)
            order by phone is not distinct from :phone desc, left_at desc, principal_id desc
            limit 1
            """;

    /** Whoever has left with one of these. */
    static final String LEFT_WITH = """
            select phone as login
            from directory_member
            where org_id = :org_id and state = 'LEFT' and phone = any(:logins)
            union all
            select email
            from directory_member
            where org_id = :org_id and state = 'LEFT' and email = any(:logins)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    HireStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A member to be written. */
    record Hire(long id, MemberData data, MemberState state, List<Post> posts) {}

    void insertMembers(long orgId, Collection<Hire> hires, Instant now) {
        batches.batchUpdate(
                INSERT_MEMBER,
                hires.stream()
                        .map(hire -> memberParams(orgId, hire, now))
                        .map(MapSqlParameterSource::new)
                        .toArray(SqlParameterSource[]::new));
    }

    void insertPosts(long orgId, Collection<Hire> hires) {
        batches.batchUpdate(
                INSERT_POST,
                hires.stream()
                        .flatMap(hire -> hire.posts().stream().map(post -> postParams(orgId, hire.id(), post)))
                        .map(MapSqlParameterSource::new)
                        .toArray(SqlParameterSource[]::new));
    }

    void replacePosts(long orgId, Hire hire) {
        jdbc.sql(CLEAR_POSTS).param("org_id", orgId).param("id", hire.id()).update();
        insertPosts(orgId, List.of(hire));
    }

    Optional<Long> findLeft(long orgId, @Nullable String phone, @Nullable String email) {
        if (phone == null && email == null) {
            return Optional.empty();
        }
        return jdbc.sql(FIND_LEFT)
                .param("org_id", orgId)
                .param("phone", phone)
                .param("email", email)
                .query(Long.class)
                .optional();
    }

    /** Those of the phone numbers and addresses that a former colleague has. */
    Set<String> leftWith(long orgId, Collection<String> logins) {
        return jdbc.sql(LEFT_WITH)
                .param("org_id", orgId)
                .param("logins", logins.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    private static Map<String, @Nullable Object> memberParams(long orgId, Hire hire, Instant now) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("id", hire.id());
        params.put("org_id", orgId);
        params.put("name", hire.data().name());
        params.put("alias", hire.data().alias());
        params.put("number", hire.data().number());
        params.put("phone", hire.data().phone());
        params.put("email", hire.data().email());
        params.put("title", hire.data().title());
        params.put("work_place", hire.data().workPlace());
        params.put("state", hire.state().name());
        params.put("created_at", Sql.at(now));
        params.put("sort_key", hire.data().sortKey());
        return params;
    }

    private static Map<String, Object> postParams(long orgId, long id, Post post) {
        return Map.of(
                "org_id", orgId,
                "department_id", post.id(),
                "id", id,
                "title", post.titleOrEmpty(),
                "leader", post.leader(),
                "main", post.main());
    }
}
