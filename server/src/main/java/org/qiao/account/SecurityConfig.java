package org.qiao.account;

import jakarta.servlet.DispatcherType;
import java.util.regex.Pattern;
import org.qiao.platform.ContentPolicy;
import org.qiao.platform.PlatformProblem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What is open without a token is listed here and nowhere else; everything else under /api needs one. */
@Configuration
class SecurityConfig {

    private static final String[] OPEN = {
        "/api/setup",
        "/api/setup/**",
        "/api/join/**",
        "/api/links/**",
        "/api/public/**",
        "/api/visit/**", // customers and strangers; whoever must be a customer is asked for as a Guest
        "/api/notice/callbacks/**",
        "/api/open/**" // programs, let in by their keys (module apikey)
    };

    /** Which sites may frame a customer's page, the page itself says: the old header knows only all or nobody. */
    private static final RequestMatcher UNFRAMED =
            request -> !request.getRequestURI().startsWith("/v/")
                    && !request.getRequestURI().startsWith("/g/");

    /** PostgreSQL stores no NUL, and nobody means one. */
    private static final Pattern NO_NUL = Pattern.compile("[^\\x00]*", Pattern.DOTALL);

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Sessions sessions,
            Origins origins,
            Clients clients,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return http.csrf(AbstractHttpConfigurer::disable) // SameSite=Strict cookie and an origin check instead
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                UNFRAMED, new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.UNFRAMED)))
                .addFilterBefore(
                        new SessionFilter(sessions::find, problems), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new BodyLimitFilter(), SessionFilter.class)
                .addFilterBefore(new OriginFilter(origins), BodyLimitFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (request, response, e) -> Refusal.write(response, AccountProblem.NOT_SIGNED_IN))
                        .accessDeniedHandler(
                                (request, response, e) -> Refusal.write(response, AccountProblem.NOT_SIGNED_IN)))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll() // decided on the way in
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/session")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .hasAuthority(SessionFilter.STAFF_AUTHORITY)
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((person, context) ->
                                new AuthorizationDecision(clients.mayReadMetrics(context.getRequest())))
                        .anyRequest()
                        .permitAll())
                .build();
    }

    @Bean
    RequestRejectedHandler rejectedRequests() {
        return (request, response, rejected) -> Refusal.write(response, PlatformProblem.INVALID);
    }

    /** A time of its own for every filter of every request would cost more than the filters. */
    @Bean
    SecurityObservationSettings securityObservation() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    StrictHttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(name -> NO_NUL.matcher(name).matches());
        firewall.setAllowedParameterValues(
                value -> value == null || NO_NUL.matcher(value).matches());
        return firewall;
    }
}
