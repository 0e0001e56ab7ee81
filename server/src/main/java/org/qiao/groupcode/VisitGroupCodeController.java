package org.qiao.groupcode;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Clients;
import org.qiao.account.Guest;
import org.qiao.customer.CustomerRules;
import org.qiao.groupcode.GroupEntrance.Caller;
import org.qiao.groupcode.GroupEntrance.JoinGroupRequest;
import org.qiao.groupcode.GroupEntrance.Joined;
import org.qiao.groupcode.GroupEntrance.VisitGroupCode;
import org.qiao.groupcode.GroupEntrance.VisitGroupJoined;
import org.qiao.platform.Problem;
import org.qiao.visit.Admissions;
import org.qiao.visit.VisitPages;
import org.qiao.visit.VisitPages.Filling;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A code of groups: open to strangers, and its page. */
@RestController
class VisitGroupCodeController {

    private final GroupEntrance entrance;
    private final Admissions admissions;
    private final CustomerRules rules;
    private final VisitPages pages;
    private final Clients clients;

    VisitGroupCodeController(
            GroupEntrance entrance, Admissions admissions, CustomerRules rules, VisitPages pages, Clients clients) {
        this.entrance = entrance;
        this.admissions = admissions;
        this.rules = rules;
        this.pages = pages;
        this.clients = clients;
    }

    @GetMapping("/api/visit/group-codes/{code}")
    VisitGroupCode get(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String locale,
            HttpServletRequest request) {
        admissions.look(clients.address(request));
        GroupCode found = entrance.require(code);
        Optional<Guest> guest = guest(request, found);
        Locale language = locale == null
                ? guest.map(known -> known.actor().locale()).orElse(request.getLocale())
                : Locale.forLanguageTag(locale.startsWith("en") ? "en" : "zh-CN");
        return entrance.look(found, guest.map(Guest::id).orElse(null), language);
    }

    /** 201 for a new place, 200 when he had it. */
    @PostMapping("/api/visit/group-codes/{code}/joins")
    ResponseEntity<VisitGroupJoined> join(
            @PathVariable String code, @Valid @RequestBody JoinGroupRequest body, HttpServletRequest request) {
        String address = clients.address(request);
        admissions.look(address);
        GroupCode found = entrance.require(code);
        Caller caller =
                new Caller(guest(request, found).map(Guest::id).orElse(null), address, Clients.device(request, null));
        Joined joined = entrance.join(found, body, caller);
        return ResponseEntity.status(joined.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(joined.view());
    }

    /** Of another company: nobody. */
    private static Optional<Guest> guest(HttpServletRequest request, GroupCode code) {
        return Guest.of(request).filter(guest -> guest.orgId() == code.orgId());
    }

    @GetMapping("/g/{code}")
    ResponseEntity<String> page(@PathVariable String code, HttpServletRequest request) {
        Optional<GroupCode> found = entrance.findOpen(code);
        List<String> sites =
                found.map(open -> rules.settings(open.orgId()).sites()).orElse(List.of());
        return pages.answer(sites, found.flatMap(open -> fill(open, request)).orElse(null));
    }

    /** Nothing for somebody who looks too often: his page asks, and says so. */
    private Optional<Filling> fill(GroupCode code, HttpServletRequest request) {
        try {
            admissions.look(clients.address(request));
        } catch (Problem tooMany) {
            return Optional.empty();
        }
        VisitGroupCode view = entrance.look(code, null, request.getLocale());
        return Optional.of(new Filling("group", view, view.company().name(), view.title(), ""));
    }
}
