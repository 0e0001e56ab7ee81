package org.qiao.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection pool: to the embedded server, or to the one the operator named. */
@Configuration
class DatabaseConfig {

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${qiao.database.url:}'.isEmpty()")
    EmbeddedPostgres embeddedPostgres(DatabaseSettings settings) throws IOException, InterruptedException {
        return EmbeddedPostgres.start(settings.data());
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        HikariConfig pool = new HikariConfig();
        EmbeddedPostgres own = embedded.getIfAvailable();
        pool.setJdbcUrl(own == null ? settings.database().url() : own.url());
        pool.setUsername(own == null ? settings.database().user() : EmbeddedPostgres.USER);
        pool.setPassword(own == null ? settings.database().password() : own.password());
        pool.setMaximumPoolSize(settings.database().poolSize());
        pool.setConnectionTimeout(3_000);
        pool.setPoolName("qiao");
        return new HikariDataSource(pool);
    }
}
