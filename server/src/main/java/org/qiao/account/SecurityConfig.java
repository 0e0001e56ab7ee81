package org.qiao.account;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** What is open without a token is listed here and nowhere else; everything else under /api needs one. */
@Configuration
class SecurityConfig {

    private static final String[] OPEN = {"/api/setup", "/api/setup/**", "/api/join/**", "/api/links/**"};

    @Bean
    SecurityFilterChain security(HttpSecurity http, Sessions sessions) {
        return http.csrf(AbstractHttpConfigurer::disable) // SameSite=Strict cookie and an origin check instead
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SessionFilter(sessions), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint((request, response, e) -> refuse(response)))
                .authorizeHttpRequests(rules -> rules.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/session")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        String code = AccountProblem.NOT_SIGNED_IN.code();
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write("{\"title\":\"Unauthorized\",\"status\":401,\"code\":\"" + code
                        + "\",\"params\":{},\"errors\":[]}");
    }
}
