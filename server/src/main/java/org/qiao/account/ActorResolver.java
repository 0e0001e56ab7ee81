package org.qiao.account;

import java.util.List;
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

/** Gives controllers their {@link Actor} or {@link SignedIn} parameter, or refuses the request. */
@Configuration
class ActorResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class || parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        SignedIn signedIn = signedIn();
        if (parameter.getParameterType() == SignedIn.class) {
            return signedIn;
        }
        return signedIn.person()
                .orElseThrow(() ->
                        (signedIn.disabled() ? AccountProblem.MEMBER_DISABLED : AccountProblem.NO_COMPANY).problem());
    }

    private static SignedIn signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            return signedIn;
        }
        throw AccountProblem.NOT_SIGNED_IN.problem();
    }
}
