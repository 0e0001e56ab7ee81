package org.qiao.account;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.qiao.platform.ProblemCode;
import org.springframework.http.MediaType;

/** Problem Details from a filter, where the advice does not reach; the same form. */
final class Refusal {

    private Refusal() {}

    static void write(HttpServletResponse response, ProblemCode problem) throws IOException {
        response.setStatus(problem.kind().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write("{\"title\":\"" + problem.kind().status().getReasonPhrase() + "\",\"status\":"
                        + problem.kind().status().value() + ",\"code\":\"" + problem.code()
                        + "\",\"params\":{},\"errors\":[]}");
    }
}
