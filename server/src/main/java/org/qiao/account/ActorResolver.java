package org.qiao.account;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers their {@link Actor}, {@link SignedIn} or {@link Guest} parameter, or refuses the request. */
@Configuration
class ActorResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final Set<Class<?>> TYPES = Set.of(Actor.class, SignedIn.class, Guest.class);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        Class<?> wanted = parameter.getParameterType();
        SignedIn signedIn = signedIn(wanted == Guest.class);
        if (wanted == Guest.class) {
            return Guest.of(signedIn).orElseThrow(AccountProblem.GUEST_BLOCKED::problem);
        }
        if (wanted == SignedIn.class) {
            return signedIn;
        }
        return signedIn.person()
                .orElseThrow(() ->
                        (signedIn.disabled() ? AccountProblem.MEMBER_DISABLED : AccountProblem.NO_COMPANY).problem());
    }

    /** A guest is nobody where members are asked for, and a member nobody where guests are. */
    private static SignedIn signedIn(boolean guest) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn signedIn
                && signedIn.guest() == guest) {
            return signedIn;
        }
        throw AccountProblem.NOT_SIGNED_IN.problem();
    }
}
