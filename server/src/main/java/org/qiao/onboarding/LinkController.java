package org.qiao.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.qiao.account.Clients;
import org.qiao.account.CreatedLink;
import org.qiao.account.Link;
import org.qiao.account.Links;
import org.qiao.platform.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One-time links: made by an administrator, opened by the person. */
@RestController
@RequestMapping("/api")
class LinkController {

    private final Links links;
    private final People people;
    private final SignIns signIns;
    private final Clients clients;

    LinkController(Links links, People people, SignIns signIns, Clients clients) {
        this.links = links;
        this.people = people;
        this.signIns = signIns;
        this.clients = clients;
    }

    @PostMapping("/members/{id}/reset-link")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedLink create(Actor actor, @PathVariable long id) {
        return links.createReset(actor, id);
    }

    @GetMapping("/links/{token}")
    LinkView view(@PathVariable String token) {
        Link link = links.find(token);
        return new LinkView(
                link.purpose(),
                people.name(link.orgId(), link.principalId()),
                people.companyName(link.orgId()),
                link.expiresAt());
    }

    @PostMapping("/links/{token}")
    SessionView use(
            @PathVariable String token,
            @Valid @RequestBody LinkRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        Link link = links.use(token, body.password(), clients.address(request));
        return signIns.open(link.accountId(), link.principalId(), request, response);
    }
}
