package org.qiao.isolation;

import static org.qiao.isolation.Access.ADMIN;
import static org.qiao.isolation.Access.GUEST;
import static org.qiao.isolation.Access.MEMBER;
import static org.qiao.isolation.Access.PARTICIPANT;
import static org.qiao.isolation.Operations.row;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qiao.testing.TestUser;

/** The rows of moments: a colleague who neither shows them nor leads sees nothing, a customer only what those show whom he knows. */
final class MomentOperations {

    private static final String POST = "/api/moments/posts/$momentPost";
    private static final String COMPANY = "/api/moments/company/$moment";
    private static final String SHOWN = "/api/visit/moments/$momentPost";
    private static final String CHOICE = "\"kind\":\"PERSONAL\",\"choice\":{\"all\":false,\"tags\":[]}";

    private MomentOperations() {}

    static List<Operation> all() {
        return Stream.of(writing(), talking(), company(), guests())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> writing() {
        return List.of(
                row("POST /api/moments", MEMBER, "{" + CHOICE + ",\"text\":\"x\",\"files\":[],\"key\":\"k\"}"),
                row("POST /api/moments/preview", MEMBER, "{" + CHOICE + "}"),
                row("POST /api/moments/preview/customers", MEMBER, "{" + CHOICE + "}"),
                row("GET /api/moments/posts", MEMBER),
                row("GET /api/moments/posts/{id}", PARTICIPANT, POST, null),
                row("POST /api/moments/posts/{id}/withdraw", PARTICIPANT, POST + "/withdraw", null),
                row("GET /api/moments/news", MEMBER),
                row("POST /api/moments/looked", MEMBER),
                row("POST /api/moments/{id}/files/{fileId}", PARTICIPANT, "/api/moments/$moment/files/$file", null),
                row(
                        "GET /api/moments/{id}/files/{fileId}/thumbnail",
                        PARTICIPANT,
                        "/api/moments/$moment/files/$file/thumbnail",
                        null));
    }

    private static List<Operation> talking() {
        return List.of(
                row("GET /api/moments/posts/{id}/comments", PARTICIPANT, POST + "/comments", null),
                row(
                        "POST /api/moments/posts/{id}/comments",
                        PARTICIPANT,
                        POST + "/comments",
                        "{\"text\":\"x\",\"key\":\"k\"}"),
                row("DELETE /api/moments/comments/{id}", PARTICIPANT, "/api/moments/comments/$momentComment", null),
                row("GET /api/moments/posts/{id}/likes", PARTICIPANT, POST + "/likes", null),
                row("GET /api/moments/posts/{id}/seen", PARTICIPANT, POST + "/seen", null));
    }

    private static List<Operation> company() {
        return List.of(
                row("GET /api/moments/tasks", MEMBER),
                row("POST /api/moments/tasks/{id}/confirm", PARTICIPANT, "/api/moments/tasks/$moment/confirm", null),
                row("GET /api/moments/company", ADMIN),
                row("GET /api/moments/company/{id}/tasks", ADMIN, COMPANY + "/tasks", null),
                row("POST /api/moments/company/{id}/remind", ADMIN, COMPANY + "/remind", null),
                row("POST /api/moments/company/{id}/withdraw", ADMIN, COMPANY + "/withdraw", null),
                row("GET /api/moments/settings", MEMBER),
                row(
                        "PUT /api/admin/moments/settings",
                        ADMIN,
                        "{\"companyPerMonth\":1,\"personalPerDay\":1,\"confirmDays\":1,\"commentsPerMinute\":1,"
                                + "\"othersVisible\":true,\"membersMay\":true}"));
    }

    private static List<Operation> guests() {
        return List.of(
                row("GET /api/visit/moments", GUEST),
                row("GET /api/visit/moments/news", GUEST),
                row("POST /api/visit/moments/looked", GUEST),
                row("POST /api/visit/moments/seen", GUEST, "{\"moments\":[$momentPost]}"),
                row("PUT /api/visit/moments/{id}/like", GUEST, SHOWN + "/like", null),
                row("DELETE /api/visit/moments/{id}/like", GUEST, SHOWN + "/like", null),
                row("GET /api/visit/moments/{id}/comments", GUEST, SHOWN + "/comments", null),
                row(
                        "POST /api/visit/moments/{id}/comments",
                        GUEST,
                        SHOWN + "/comments",
                        "{\"text\":\"x\",\"key\":\"k\"}"),
                row(
                        "DELETE /api/visit/moments/comments/{id}",
                        GUEST,
                        "/api/visit/moments/comments/$momentComment",
                        null),
                row("POST /api/visit/moments/{id}/files/{fileId}", GUEST, SHOWN + "/files/$file", null),
                row(
                        "GET /api/visit/moments/{id}/files/{fileId}/thumbnail",
                        GUEST,
                        SHOWN + "/files/$file/thumbnail",
                        null));
    }

    /** A company moment that the member shows to his customer, and what the customer did with it. */
    static void add(Victim victim, TestUser owner, TestUser member) {
        Map<String, Object> params = Map.of(
                "owner", owner.id(), "member", member.id(), "guest", victim.id("guest"), "file", victim.id("file"));
        victim.run(
                "insert into moment_setting (org_id, settings, changed_by, changed_at) values (:org,"
                        + " jsonb_build_object('companyPerMonth', 9, 'personalPerDay', 9, 'confirmDays', 9, 'commentsPerMinute', 9,"
                        + " 'othersVisible', true, 'membersMay', true), :owner, now())",
                params);
        victim.put("moment", """
                insert into moment (org_id, kind, creator_id, text, files, video, tags, all_tags, senders, client_key, publish_at,
                    published_at, created_at)
                values (:org, 'COMPANY', :owner, :secret, array[:file::bigint], false, '{}', false, '{"everyone":true}', 'x', now(), now(),
                    now())
                returning id
                """, params);
        victim.put("momentChannel", """
                insert into moment_channel (org_id, author_id, all_tags, tags) values (:org, :member, false, '{}') returning id
                """, params);
        Map<String, Object> shown =
                Map.of("moment", victim.id("moment"), "channel", victim.id("momentChannel"), "member", member.id());
        victim.run("""
                insert into moment_task (org_id, moment_id, member_id, customers, confirmed_at)
                values (:org, :moment, :member, 1, now())
                """, shown);
        victim.put("momentPost", """
                insert into moment_post (org_id, moment_id, author_id, channel_id, created_at, published_at, reached, likes, comments, seen)
                values (:org, :moment, :member, :channel, now(), now(), 1, 1, 1, 1) returning id
                """, shown);
        Map<String, Object> reactions =
                Map.of("post", victim.id("momentPost"), "guest", victim.id("guest"), "member", member.id());
        victim.run(
                "insert into moment_like (org_id, post_id, customer_id, at) values (:org, :post, :guest, now())",
                reactions);
        victim.run(
                "insert into moment_seen (org_id, post_id, customer_id, at) values (:org, :post, :guest, now())",
                reactions);
        victim.put("momentComment", """
                insert into moment_comment (org_id, post_id, post_author_id, by_id, by_customer, customer_id, text, client_key, at)
                values (:org, :post, :member, :guest, true, :guest, :secret, 'x', now()) returning id
                """, reactions);
    }
}
