package org.qiao.platform;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the built web client. Its routes live in the browser, so an address that is neither a file nor an interface answers
 * with the page that knows it. Files below /assets carry a hash in their name and are kept for a year; the pages that name
 * them are asked for each time.
 */
@Configuration
class WebPages implements WebMvcConfigurer {

    private static final String ROOT = "classpath:/static/";
    private static final Duration HASHED = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(ROOT + "assets/")
                .setCacheControl(CacheControl.maxAge(HASHED).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(ROOT)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageResolver());
    }

    /** The page for an address without a file, or null when a missing file or interface was asked for. */
    static @Nullable String page(String path) {
        boolean programs = under(path, "api") || under(path, "files") || under(path, "actuator");
        if (programs || path.contains(".")) {
            return null;
        }
        if (path.startsWith("ding/")) {
            return "ding.html";
        }
        if (path.startsWith("v/")) {
            return "visit.html"; // for codes that the module visit does not fill in
        }
        return under(path, "admin") ? "admin.html" : "index.html";
    }

    private static boolean under(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    private static final class PageResolver extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            String page = file == null ? page(path) : null;
            return page == null ? file : super.getResource(page, location);
        }
    }
}
