package org.qiao.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Reads the bearer token or the cookie and puts {@link SignedIn} into the security context. When the database does not say in
 * time who that is, the answer is the same as from a controller.
 */
class SessionFilter extends OncePerRequestFilter {

    /** What {@link SecurityConfig} asks for: a token opens one of the two halves of the interface, never both. */
    static final String STAFF_AUTHORITY = "STAFF";

    private static final List<GrantedAuthority> STAFF = List.of(new SimpleGrantedAuthority(STAFF_AUTHORITY));
    private static final List<GrantedAuthority> GUEST = List.of(new SimpleGrantedAuthority("GUEST"));
    private static final String BEARER = "Bearer ";

    private final Function<String, Optional<SignedIn>> sessions;
    private final HandlerExceptionResolver errors;

    SessionFilter(Function<String, Optional<SignedIn>> sessions, HandlerExceptionResolver errors) {
        this.sessions = sessions;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> found;
        try {
            found = token(request).flatMap(sessions);
        } catch (DataAccessException e) {
            if (errors.resolveException(request, response, null, e) == null) {
                throw e;
            }
            return;
        }
        found.ifPresent(signedIn -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    signedIn, null, signedIn.guest() ? GUEST : STAFF));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    static Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER)) {
            return Optional.of(header.substring(BEARER.length()));
        }
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(Sessions.COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
