package org.qiao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.qiao.testing.QiaoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A filter runs before the one place where errors become answers. */
@QiaoTest
class BusyDatabaseTest {

    @Autowired
    @Qualifier("handlerExceptionResolver")
    HandlerExceptionResolver errors;

    @Autowired
    JsonMapper json;

    @Test
    void aPoolWithoutAFreeConnectionIsBusyAlsoBeforeTheControllers() throws Exception {
        SessionFilter filter = new SessionFilter(
                token -> {
                    throw new CannotGetJdbcConnectionException(
                            "no connection", new SQLTransientConnectionException("timed out"));
                },
                errors);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/conversations/5/messages");
        request.addHeader("Authorization", "Bearer qiao");
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain rest = new MockFilterChain();

        filter.doFilter(request, response, rest);

        JsonNode body = json.readTree(response.getContentAsByteArray());
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("3");
        assertThat(body.get("code").stringValue()).isEqualTo("platform.busy");
        assertThat(rest.getRequest()).as("nothing behind the filter ran").isNull();
    }
}
