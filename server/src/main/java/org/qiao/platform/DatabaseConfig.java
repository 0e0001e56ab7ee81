package org.qiao.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** The connection pool: to the embedded server, or to the one the operator named. */
@Configuration
class DatabaseConfig {

    /** Waiting longer only moves the queue from the pool into the browser. */
    private static final long CONNECTION_TIMEOUT_MILLIS = 3_000;

    private static final int IDLE_CONNECTIONS = 2; // each costs the server 5 to 10 MB

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(DatabaseSettings settings) {
        return DataFolder.open(settings.data());
    }

    @Bean(destroyMethod = "close")
    @Conditional(NoOutsideDatabase.class)
    EmbeddedPostgres embeddedPostgres(DataFolder folder) {
        return EmbeddedPostgres.start(folder);
    }

    /** The folder comes first: also beside an outside database it is locked before anything is written. */
    @Bean(destroyMethod = "close")
    DataSource dataSource(DatabaseSettings settings, DataFolder folder, ObjectProvider<EmbeddedPostgres> embedded)
            throws SQLException {
        EmbeddedPostgres own = embedded.getIfAvailable();
        DatabaseSettings.Connection target =
                own == null ? settings.database() : settings.database().to(own.url(), own.user(), own.password());
        HikariDataSource pool = pool(target);
        try {
            DatabaseChecks.require(pool);
            FaultPoints.reached("start.database");
            return pool;
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(DatabaseSettings.Connection target) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("qiao");
        pool.setJdbcUrl(target.url());
        pool.setUsername(target.user());
        pool.setPassword(target.password());
        pool.setMaximumPoolSize(target.poolSize());
        pool.setMinimumIdle(Math.min(IDLE_CONNECTIONS, target.poolSize()));
        pool.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        // The driver would send the zone of this machine.
        pool.setConnectionInitSql("set time zone 'UTC'");
        pool.addDataSourceProperty("ApplicationName", "qiao");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // The details of errors hold what people wrote, and logs hold errors.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        try {
            return new HikariDataSource(pool);
        } catch (PoolInitializationException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new StartupProblem(
                    "The database " + target.url() + " cannot be reached: " + reason.getMessage(),
                    "Check QIAO_DB_URL, QIAO_DB_USER and QIAO_DB_PASSWORD, and that the server runs and lets this machine in.",
                    e);
        }
    }

    /** True when the database is ours to start. */
    static class NoOutsideDatabase implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata bean) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("qiao.database.url"));
        }
    }
}
