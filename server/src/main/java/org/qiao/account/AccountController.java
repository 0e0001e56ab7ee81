package org.qiao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** My login, my language, my password. */
@RestController
@RequestMapping("/api/account")
class AccountController {

    private final OwnAccount own;
    private final Clients clients;

    AccountController(OwnAccount own, Clients clients) {
        this.own = own;
        this.clients = clients;
    }

    @PutMapping
    Account change(SignedIn signedIn, @Valid @RequestBody ChangeAccountRequest body, HttpServletRequest request) {
        return own.change(signedIn, body, clients.address(request));
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(SignedIn signedIn, @Valid @RequestBody ChangePasswordRequest body, HttpServletRequest request) {
        own.changePassword(signedIn, body, clients.address(request));
    }
}
