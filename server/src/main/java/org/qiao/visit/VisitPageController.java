package org.qiao.visit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qiao.account.Clients;
import org.qiao.contactway.ContactWay;
import org.qiao.contactway.ContactWays;
import org.qiao.contactway.VisitCard;
import org.qiao.customer.CustomerRules;
import org.qiao.platform.Problem;
import org.qiao.visit.VisitPages.Filling;
import org.qiao.visit.VisitViews.VisitWayView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page itself: the built one, with what a stranger may know of the code already in it, so that a slow line paints the card first
 * and asks later. The company's own sites may show it in a frame, nobody else.
 */
@RestController
class VisitPageController {

    private final ContactWays ways;
    private final CustomerRules rules;
    private final DoorLimits limits;
    private final VisitViews views;
    private final Clients clients;
    private final VisitPages pages;

    VisitPageController(
            ContactWays ways,
            CustomerRules rules,
            DoorLimits limits,
            VisitViews views,
            Clients clients,
            VisitPages pages) {
        this.ways = ways;
        this.rules = rules;
        this.limits = limits;
        this.views = views;
        this.clients = clients;
        this.pages = pages;
    }

    @GetMapping("/v/{code}")
    ResponseEntity<String> page(@PathVariable String code, HttpServletRequest request) {
        Optional<ContactWay> way = ways.findOpen(code);
        List<String> sites =
                way.map(found -> rules.settings(found.orgId()).sites()).orElse(List.of());
        return pages.answer(
                sites,
                way.flatMap(found -> look(found, request))
                        .map(VisitPageController::filling)
                        .orElse(null));
    }

    private static Filling filling(VisitWayView way) {
        VisitCard person = way.person();
        return new Filling(
                "way",
                way,
                way.company().name(),
                person == null ? way.title() : person.name(),
                person == null ? "" : person.title());
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
