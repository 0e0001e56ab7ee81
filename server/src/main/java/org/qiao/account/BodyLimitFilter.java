package org.qiao.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.qiao.platform.PlatformProblem;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No JSON body is larger than {@link #MAX_BYTES}, none with a form or a hundred tasks in it than {@link #FORM_BYTES}. Uploads have their own, larger
 * limits where they are read.
 */
class BodyLimitFilter extends OncePerRequestFilter {

    static final int MAX_BYTES = 256 * 1024;

    /** A filled form has values of 65,535 characters, most of them of three bytes. */
    static final int FORM_BYTES = 2 * 1024 * 1024;

    private static final List<String> FORMS = List.of(
            "/api/approvals",
            "/api/open/approvals",
            "/api/open/tasks",
            "/api/approval-templates",
            "/api/admin/approval-templates",
            "/api/reports",
            "/api/admin/report-templates");

    private static final Set<String> UPLOADS =
            Set.of("/api/files", "/api/open/files", "/api/visit/files", "/api/imports");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return UPLOADS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = FORMS.stream().anyMatch(request.getRequestURI()::startsWith) ? FORM_BYTES : MAX_BYTES;
        if (request.getContentLengthLong() > most) {
            Refusal.write(response, PlatformProblem.TOO_LARGE);
        } else if (request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") == null) {
            chain.doFilter(request, response);
        } else {
            chunked(request, response, chain, most);
        }
    }

    /** A body that does not say how long it is gets read before anybody believes it. */
    private static void chunked(HttpServletRequest request, HttpServletResponse response, FilterChain chain, int most)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            Refusal.write(response, PlatformProblem.TOO_LARGE);
        } else {
            chain.doFilter(new ReadBody(request, body), response);
        }
    }

    private static final class ReadBody extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(body));
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream body;

        Bytes(ByteArrayInputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return body.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("Controllers read blocking");
        }
    }
}
