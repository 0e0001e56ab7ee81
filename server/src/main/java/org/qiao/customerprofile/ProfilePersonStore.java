package org.qiao.customerprofile;

import java.util.List;
import org.qiao.customer.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the company made of one person. */
@Repository
class ProfilePersonStore {

    /** Personal tags, too: they are about him. */
    static final String TAGS = """
            select distinct t.name
            from customerprofile_line l
            join customerprofile_tagging g on g.org_id = l.org_id and g.relation_id = l.relation_id
            join customerprofile_tag t on t.org_id = g.org_id and t.id = g.tag_id
            where l.org_id = :org_id and l.customer_id = any(:ids)
            order by t.name
            """;

    static final String DELETE_TAGGINGS = """
            delete from customerprofile_tagging g
            using customerprofile_line l
            where g.org_id = :org_id and l.org_id = :org_id and l.customer_id = any(:ids) and g.relation_id = l.relation_id
            """;

    static final String EMPTY_PERSON = """
            update customerprofile_person
            set lost_reason = '', attributes = '{}', proofs = '{}', name = '', version = version + 1
            where org_id = :org_id and customer_id = any(:ids)
            """;

    /** What module customer says is written again when it has emptied its own rows. */
    static final String EMPTY_LINES = """
            update customerprofile_line
            set remark = '', company = '', search_text = '', phones = '{}'
            where org_id = :org_id and customer_id = any(:ids)
            """;

    private final JdbcClient jdbc;

    ProfilePersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> tags(Person person) {
        return of(TAGS, person).query(String.class).list();
    }

    void erase(Person person) {
        of(DELETE_TAGGINGS, person).update();
        of(EMPTY_PERSON, person).update();
        of(EMPTY_LINES, person).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
