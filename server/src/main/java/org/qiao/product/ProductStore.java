package org.qiao.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProductStore {

    private static final String COLUMNS_PART = """
            select id, org_id, name, number, price, currency, description, link, pictures, picture_key, on_sale, position, version,
                changed_at
            from product
            """;

    static final String LIST = COLUMNS_PART + """
            where org_id = :org_id and deleted_at is null
                and (position, id) > (:position, :id)
                and (:on_sale::boolean is null or on_sale = :on_sale)
                and (:pattern::text is null or search_text like :pattern)
            order by position, id
            limit :limit
            """;

    static final String FIND = COLUMNS_PART + """
            where org_id = :org_id and id in (select unnest(:ids::bigint[])) and deleted_at is null
            """;

    static final String LOCK = COLUMNS_PART + """
            where org_id = :org_id and id = :id and deleted_at is null
            for update
            """;

    static final String BY_NUMBERS = COLUMNS_PART + """
            where org_id = :org_id and number <> '' and number in (select unnest(:numbers::text[])) and deleted_at is null
            """;

    /** Of whatever company: the key is the right. */
    static final String BY_PICTURE_KEY = COLUMNS_PART + """
            where picture_key = :key and on_sale and deleted_at is null and org_id = org_id
            """;

    static final String INSERT = """
            insert into product (org_id, name, number, price, currency, description, link, pictures, picture_key, on_sale, position,
                search_text, changed_by, created_at, changed_at)
            values (:org_id, :name, :number, :price, :currency, :description, :link, :pictures, :picture_key, :on_sale, :position,
                :search_text, :changed_by, :now, :now)
            returning id
            """;

    static final String UPDATE = """
            update product
            set name = :name, number = :number, price = :price, currency = :currency, description = :description, link = :link,
                pictures = :pictures, on_sale = :on_sale, search_text = :search_text, changed_by = :changed_by, changed_at = :now,
                version = version + 1
            where org_id = :org_id and id = :id
            """;

    static final String DELETE = """
            update product
            set deleted_at = :now, on_sale = false
            where org_id = :org_id and id = :id
            """;

    static final String COUNT = """
            select count(*)
            from product
            where org_id = :org_id and deleted_at is null
            """;

    static final String FIRST_POSITION = """
            select coalesce(min(position), 0)
            from product
            where org_id = :org_id and deleted_at is null
            """;

    static final String LAST_POSITION = """
            select coalesce(max(position), 0)
            from product
            where org_id = :org_id and deleted_at is null
            """;

    static final String POSITION_BEFORE = """
            select position
            from product
            where org_id = :org_id and deleted_at is null and (position, id) < (:position, :id)
            order by position desc, id desc
            limit 1
            """;

    static final String PLACE = """
            update product
            set position = :position
            where org_id = :org_id and id = :id
            """;

    /** Everything in the same order with room between. */
    static final String SPREAD = """
            update product p
            set position = n.place * :gap::bigint
            from (
                select id, row_number() over (order by position, id) as place
                from product
                where org_id = :org_id and deleted_at is null) n
            where p.org_id = :org_id and p.id = n.id
            """;

    /** Whoever changes the order or adds waits for others who do. */
    static final String LOCK_ORDER = """
            select pg_advisory_xact_lock(hashtextextended('product:' || :org_id, 0))
            """;

    private static final RowMapper<Product> ROW = (rs, n) -> new Product(
            rs.getLong("id"),
            rs.getLong("org_id"),
            content(rs),
            rs.getString("picture_key"),
            rs.getLong("position"),
            rs.getInt("version"),
            Sql.instant(rs, "changed_at"));

    private final JdbcClient jdbc;

    ProductStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Product.Content content(ResultSet rs) throws SQLException {
        Long price = Sql.longOrNull(rs, "price");
        return new Product.Content(
                rs.getString("name"),
                rs.getString("number"),
                price == null ? null : new Price(price, rs.getString("currency")),
                rs.getString("description"),
                rs.getString("link"),
                List.of((Long[]) rs.getArray("pictures").getArray()),
                rs.getBoolean("on_sale"));
    }

    /**
     * What a list asks for.
     *
     * @param pattern in lower case
     * @param after the last one of the page before
     */
    record Wanted(@Nullable String pattern, @Nullable Boolean onSale, Place after, int limit) {}

    /** In the order of the album. */
    record Place(long position, long id) {

        static final Place START = new Place(Long.MIN_VALUE, 0);
    }

    List<Product> list(long orgId, Wanted wanted) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("position", wanted.after().position())
                .param("id", wanted.after().id())
                .param("on_sale", wanted.onSale())
                .param("pattern", wanted.pattern())
                .param("limit", wanted.limit())
                .query(ROW)
                .list();
    }

    List<Product> findAll(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    List<Product> byNumbers(long orgId, Collection<String> numbers) {
        return jdbc.sql(BY_NUMBERS)
                .param("org_id", orgId)
                .param("numbers", numbers.toArray(String[]::new))
                .query(ROW)
                .list();
    }

    Optional<Product> lock(long orgId, long id) {
        return jdbc.sql(LOCK).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    Optional<Product> byPictureKey(String key) {
        return jdbc.sql(BY_PICTURE_KEY).param("key", key).query(ROW).optional();
    }

    long insert(Actor actor, Product.Content content, String pictureKey, long position, Instant now) {
        return written(INSERT, actor, content, now)
                .param("picture_key", pictureKey)
                .param("position", position)
                .query(Long.class)
                .single();
    }

    void update(Actor actor, long id, Product.Content content, Instant now) {
        written(UPDATE, actor, content, now).param("id", id).update();
    }

    private JdbcClient.StatementSpec written(String sql, Actor actor, Product.Content content, Instant now) {
        Price price = content.price();
        return jdbc.sql(sql)
                .param("org_id", actor.orgId())
                .param("changed_by", actor.principalId())
                .param("name", content.name())
                .param("number", content.number())
                .param("price", price == null ? null : price.minor())
                .param("currency", price == null ? null : price.currency())
                .param("description", content.description())
                .param("link", content.link())
                .param("pictures", content.pictures().toArray(Long[]::new))
                .param("on_sale", content.onSale())
                .param("search_text", content.searchText())
                .param("now", Sql.at(now));
    }

    void delete(long orgId, long id, Instant now) {
        jdbc.sql(DELETE)
                .param("org_id", orgId)
                .param("id", id)
                .param("now", Sql.at(now))
                .update();
    }

    long count(long orgId) {
        return number(COUNT, orgId);
    }

    long firstPosition(long orgId) {
        return number(FIRST_POSITION, orgId);
    }

    long lastPosition(long orgId) {
        return number(LAST_POSITION, orgId);
    }

    private long number(String sql, long orgId) {
        return jdbc.sql(sql).param("org_id", orgId).query(Long.class).single();
    }

    /** Of the one in front of the place; empty at the beginning. */
    Optional<Long> positionBefore(long orgId, Place place) {
        return jdbc.sql(POSITION_BEFORE)
                .param("org_id", orgId)
                .param("position", place.position())
                .param("id", place.id())
                .query(Long.class)
                .optional();
    }

    void place(long orgId, long id, long position) {
        jdbc.sql(PLACE)
                .param("org_id", orgId)
                .param("id", id)
                .param("position", position)
                .update();
    }

    void spread(long orgId, long gap) {
        jdbc.sql(SPREAD).param("org_id", orgId).param("gap", gap).update();
    }

    void lockOrder(long orgId) {
        jdbc.sql(LOCK_ORDER)
                .param("org_id", Long.toString(orgId))
                .query((rs, n) -> n)
                .list();
    }
}
