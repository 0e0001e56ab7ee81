package org.qiao.groupcode;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Clients;
import org.qiao.groupcode.GroupCodes.GroupCodeRequest;
import org.qiao.groupcode.GroupCodes.GroupCodeView;
import org.qiao.groupcode.GroupCodes.Wanted;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.qiao.platform.QrCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Codes of groups, for the staff. */
@RestController
@RequestMapping("/api/customer-group-codes")
class GroupCodeController {

    private static final String SVG = "image/svg+xml";
    private static final int QR_PIXELS = 640;

    private final GroupCodes codes;
    private final Clients clients;

    GroupCodeController(GroupCodes codes, Clients clients) {
        this.codes = codes;
        this.clients = clients;
    }

    @GetMapping
    Page<GroupCodeView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Long group,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return codes.list(actor, new Wanted(q, group), after, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    GroupCodeView create(Actor actor, @Valid @RequestBody GroupCodeRequest body) {
        return codes.create(actor, body);
    }

    @GetMapping("/{id}")
    GroupCodeView get(Actor actor, @PathVariable long id) {
        return codes.get(actor, id);
    }

    @PutMapping("/{id}")
    GroupCodeView change(Actor actor, @PathVariable long id, @Valid @RequestBody GroupCodeRequest body) {
        return codes.change(actor, id, body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        codes.delete(actor, id);
    }

    @GetMapping(value = "/{id}/qr.svg", produces = SVG)
    String svg(Actor actor, @PathVariable long id, HttpServletRequest request) {
        return QrCode.svg(clients.base(request) + codes.get(actor, id).path());
    }

    @GetMapping(value = "/{id}/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] png(Actor actor, @PathVariable long id, HttpServletRequest request) {
        return QrCode.png(clients.base(request) + codes.get(actor, id).path(), QR_PIXELS);
    }
}
