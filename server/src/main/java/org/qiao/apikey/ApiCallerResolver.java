package org.qiao.apikey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Clients;
import org.qiao.apikey.ApiCallers.Call;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers their {@link ApiCaller} or {@link ApiProgram}, or refuses the request. */
@Configuration
class ApiCallerResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String MEMBER = "Qiao-Member";

    private final ApiCallers callers;
    private final Clients clients;

    ApiCallerResolver(ApiCallers callers, Clients clients) {
        this.callers = callers;
        this.clients = clients;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ApiCaller.class || parameter.getParameterType() == ApiProgram.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        CalledWith with = Objects.requireNonNull(
                parameter.getParameterAnnotation(CalledWith.class), "An operation that says no scope lets nobody in");
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Call call = new Call(clients.address(http), http.getHeader(HttpHeaders.AUTHORIZATION), http.getHeader(MEMBER));
        return parameter.getParameterType() == ApiProgram.class
                ? callers.requireProgram(call, with.value())
                : callers.require(call, with.value());
    }
}
