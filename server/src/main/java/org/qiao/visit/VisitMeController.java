package org.qiao.visit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.qiao.account.Clients;
import org.qiao.account.Guest;
import org.qiao.customer.CustomerKey;
import org.qiao.visit.Proofs.Proved;
import org.qiao.visit.VisitCodes.Attempt;
import org.qiao.visit.VisitCodes.VisitCode;
import org.qiao.visit.VisitRequests.CodeAnswer;
import org.qiao.visit.VisitRequests.CodeRequest;
import org.qiao.visit.VisitRequests.ConsentRequest;
import org.qiao.visit.VisitRequests.EndRequest;
import org.qiao.visit.VisitRequests.HostRequest;
import org.qiao.visit.VisitRequests.VisitSelfRequest;
import org.qiao.visit.VisitViews.VisitMe;
import org.qiao.visit.VisitViews.VisitThread;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A guest's own contact with the company. */
@RestController
@RequestMapping("/api/visit/me")
class VisitMeController {

    private final VisitViews views;
    private final VisitSelf self;
    private final VisitCodes codes;
    private final HostKeys hosts;
    private final Proofs proofs;
    private final Farewells farewells;
    private final Clients clients;

    VisitMeController(
            VisitViews views,
            VisitSelf self,
            VisitCodes codes,
            HostKeys hosts,
            Proofs proofs,
            Farewells farewells,
            Clients clients) {
        this.views = views;
        this.self = self;
        this.codes = codes;
        this.hosts = hosts;
        this.proofs = proofs;
        this.farewells = farewells;
        this.clients = clients;
    }

    /** @param joined the address was known already as another contact: the device is that one now */
    record VisitProved(VisitMe me, boolean joined) {}

    @GetMapping
    VisitMe get(Guest guest) {
        return views.me(guest.orgId(), guest.id());
    }

    @PutMapping
    VisitMe change(Guest guest, @Valid @RequestBody VisitSelfRequest body) {
        self.change(guest, body);
        return get(guest);
    }

    @DeleteMapping("/device")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetDevice(Guest guest) {
        self.forgetDevice(guest);
    }

    @PutMapping("/consent")
    VisitMe consent(Guest guest, @Valid @RequestBody ConsentRequest body) {
        self.consent(guest, body.version());
        return get(guest);
    }

    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    VisitCode sendCode(Guest guest, @Valid @RequestBody CodeRequest body, HttpServletRequest request) {
        return codes.send(guest, body.channel(), body.address(), clients.address(request));
    }

    @PostMapping("/codes/{id}")
    VisitProved answerCode(Guest guest, @PathVariable long id, @Valid @RequestBody CodeAnswer body) {
        return switch (codes.attempt(guest, id, body.code())) {
            case Attempt.Right(CustomerKey key) -> proved(guest, proofs.prove(guest.orgId(), guest.id(), key));
            case Attempt.Wrong(int left) -> throw VisitProblem.WRONG_CODE.problem("left", left);
            case Attempt.Over() -> throw VisitProblem.CODE_OVER.problem();
        };
    }

    @PostMapping("/host")
    VisitProved host(Guest guest, @Valid @RequestBody HostRequest body) {
        return proved(guest, proofs.host(guest, hosts.require(guest.orgId(), body.jwt())));
    }

    private VisitProved proved(Guest guest, Proved proved) {
        return new VisitProved(views.me(guest.orgId(), proved.customerId()), proved.joined());
    }

    @GetMapping("/threads/{relationId}")
    VisitThread thread(Guest guest, @PathVariable long relationId) {
        return views.thread(guest.orgId(), guest.id(), relationId);
    }

    @PostMapping("/threads/{relationId}/block")
    VisitMe end(Guest guest, @PathVariable long relationId, @Valid @RequestBody EndRequest body) {
        farewells.end(guest, relationId, body.report());
        return get(guest);
    }
}
