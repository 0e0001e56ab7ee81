package org.qiao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The browser's half of a session: out of reach for scripts, never sent along by foreign pages. */
@Component
public class SessionCookie {

    private final Clients clients;

    SessionCookie(Clients clients) {
        this.clients = clients;
    }

    public void set(HttpServletRequest request, HttpServletResponse response, OpenedSession session) {
        // Sliding: the server moves the end with every use, so the browser keeps the cookie as long as the longest
        // life.
        write(request, response, session.token(), Sessions.PROGRAM_LIFE);
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(Sessions.COOKIE, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(clients.isSecure(request))
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
