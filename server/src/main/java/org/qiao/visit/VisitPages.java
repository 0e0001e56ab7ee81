package org.qiao.visit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.ContentPolicy;
import org.qiao.platform.PlatformProblem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The customers' page as it was built, with what a stranger may know already in it: a slow line paints that first and asks later. */
@Service
public class VisitPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final JsonMapper json;
    private final Resource built = new ClassPathResource("static/visit.html");

    VisitPages(JsonMapper json) {
        this.json = json;
    }

    /**
     * What stands in it.
     *
     * @param element in which the script finds {@code data}
     */
    public record Filling(String element, Object data, String company, String name, String title) {}

    /**
     * @param sites whose pages may show it in a frame; nobody else's may
     * @param filling null: the page asks
     */
    public ResponseEntity<String> answer(List<String> sites, @Nullable Filling filling) {
        if (!built.exists()) {
            throw PlatformProblem.NOT_FOUND.problem();
        }
        String page = read();
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Content-Security-Policy", ContentPolicy.framedBy(sites))
                .body(filling == null ? page : VisitHtml.fill(page, filling, json.writeValueAsString(filling.data())));
    }

    private String read() {
        try {
            return built.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
