package org.qiao.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.qiao.testing.QiaoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server prepares every SQL constant of every Store against the migrated schema: a wrong column is red in seconds. */
@QiaoTest
class SqlDescribeTest {

    /** Statements on tenant tables that are right without org_id, each with its reason. */
    private static final Set<String> WITHOUT_ORG = Set.of(
            // At the start of the server, for the imports of all companies.
            "ImportStore.FAIL_INTERRUPTED",
            // A token names the person; the company is what it finds out.
            "SessionStore.FIND",
            "GuestSessionStore.TOUCH",
            "GuestSessionStore.DELETE_EXPIRED",
            // A password belongs to the account, above companies: with a new one every older link of the account dies.
            "LinkStore.USE_OTHERS",
            "LinkStore.DELETE_EXPIRED",
            // Connections that are kept open, of all companies.
            "CarrierStore.IN_USE",
            // By age, for all companies.
            "ClaimStore.EMPTY",
            "CallStore.FORGET",
            "ToldCallStore.FORGET",
            "CodeStore.SWEEP",
            "SimulatedTextStore.DELETE_OLD",
            "SimulatedCallStore.DELETE_OLD",
            // At the start of the server: the calls of all companies ended with it.
            "SimulatedCallStore.CUT_ALL",
            // A device that was signed out hears from no company any more; a principal is in one company, and the event
            // names only it.
            "SubscriptionStore.DELETE_OF_SESSION",
            "SubscriptionStore.DELETE_OF_PRINCIPAL");

    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|join|into|update)\\s+(?:only\\s+)?([a-z_]+)", Pattern.CASE_INSENSITIVE);

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsRefusedIsNotQuotedInTheError() {
        JdbcClient.StatementSpec twice =
                jdbc.sql("insert into account (phone) values ('+8619988887777'), ('+8619988887777')");

        assertThatThrownBy(twice::update)
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("account_phone_key")
                .rootCause()
                .message()
                .doesNotContain("8887777");
    }

    @Test
    void everyStatementFitsTheMigratedSchema() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (Statement statement : statements()) {
                try (PreparedStatement prepared = connection.prepareStatement(statement.positional())) {
                    prepared.getParameterMetaData();
                } catch (SQLException e) {
                    wrong.add(statement.name() + ": " + e.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyStatementOnTenantDataNamesTheCompany() throws Exception {
        Set<String> tenantTables =
                new HashSet<>(jdbc.sql("""
                        select table_name from information_schema.columns
                        where column_name = 'org_id' and table_schema = 'public'
                        """).query(String.class).list());
        List<String> wrong = new ArrayList<>();
        for (Statement statement : statements()) {
            Matcher table = TABLE.matcher(statement.sql());
            while (table.find()) {
                if (tenantTables.contains(table.group(1))
                        && !statement.sql().contains("org_id")
                        && !WITHOUT_ORG.contains(statement.name())) {
                    wrong.add(statement.name() + " uses " + table.group(1) + " without org_id");
                    break;
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private record Statement(String name, String sql) {

        String positional() {
            return NamedParameterUtils.substituteNamedParameters(sql, new MapSqlParameterSource());
        }
    }

    private static List<Statement> statements() throws Exception {
        List<Statement> all = new ArrayList<>();
        for (JavaClass store : HouseRulesTest.CLASSES) {
            if (!store.getSimpleName().endsWith("Store")) {
                continue;
            }
            for (Field field : Class.forName(store.getName()).getDeclaredFields()) {
                if (field.getType() == String.class
                        && Modifier.isStatic(field.getModifiers())
                        && !field.getName().endsWith("_PART")) {
                    field.setAccessible(true);
                    all.add(new Statement(store.getSimpleName() + "." + field.getName(), (String) field.get(null)));
                }
            }
        }
        assertThat(all).isNotEmpty();
        return all;
    }
}
