package org.qiao.notice;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What one unit costs. */
@Repository
class PriceStore {

    static final String PRICES = """
            select channel, price_fen
            from notice_carrier
            where org_id = :org_id and enabled
            """;

    private final JdbcClient jdbc;

    PriceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Channel, Integer> prices(long orgId) {
        Map<Channel, Integer> prices = new EnumMap<>(Channel.class);
        jdbc.sql(PRICES).param("org_id", orgId).query(rs -> {
            prices.put(Channel.valueOf(rs.getString("channel")), rs.getInt("price_fen"));
        });
        return prices;
    }
}
