package org.qiao.visit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qiao.account.Clients;
import org.qiao.contactway.ContactWay;
import org.qiao.contactway.ContactWays;
import org.qiao.customer.CustomerRules;
import org.qiao.platform.ContentPolicy;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.qiao.visit.VisitViews.VisitWayView;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page itself: the built one, with what a stranger may know of the code already in it, so that a slow line paints the card first
 * and asks later. The company's own sites may show it in a frame, nobody else.
 */
@RestController
class VisitPageController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ContactWays ways;
    private final CustomerRules rules;
    private final DoorLimits limits;
    private final VisitViews views;
    private final Clients clients;
    private final JsonMapper json;
    private final Resource built = new ClassPathResource("static/visit.html");

    VisitPageController(
            ContactWays ways,
            CustomerRules rules,
            DoorLimits limits,
            VisitViews views,
            Clients clients,
            JsonMapper json) {
        this.ways = ways;
        this.rules = rules;
        this.limits = limits;
        this.views = views;
        this.clients = clients;
        this.json = json;
    }

    @GetMapping("/v/{code}")
    ResponseEntity<String> page(@PathVariable String code, HttpServletRequest request) throws IOException {
        if (!built.exists()) {
            throw PlatformProblem.NOT_FOUND.problem();
        }
        Optional<ContactWay> way = ways.findOpen(code);
        List<String> sites =
                way.map(found -> rules.settings(found.orgId()).sites()).orElse(List.of());
        String page = built.getContentAsString(StandardCharsets.UTF_8);
        Optional<VisitWayView> known = way.flatMap(found -> look(found, request));
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Content-Security-Policy", ContentPolicy.framedBy(sites))
                .body(known.map(view -> VisitHtml.fill(page, view, json.writeValueAsString(view)))
                        .orElse(page));
    }

    /** Nothing for somebody who looks too often: his page asks, and says so. */
    private Optional<VisitWayView> look(ContactWay way, HttpServletRequest request) {
        try {
            limits.look(clients.address(request));
        } catch (Problem tooMany) {
            return Optional.empty();
        }
        ways.seen(way);
        return Optional.of(views.way(way, null, language(request)));
    }

    private static Locale language(HttpServletRequest request) {
        return VisitDoor.locale(request.getLocale().getLanguage());
    }
}
