package org.qiao.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.qiao.account.Clients;
import org.qiao.account.Credentials;
import org.qiao.account.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and which company this device works in. */
@RestController
@RequestMapping("/api")
class SessionController {

    private final Credentials credentials;
    private final SignIns signIns;
    private final Companies companies;
    private final Clients clients;

    SessionController(Credentials credentials, SignIns signIns, Companies companies, Clients clients) {
        this.credentials = credentials;
        this.signIns = signIns;
        this.companies = companies;
        this.clients = clients;
    }

    @PostMapping("/session")
    SessionView signIn(
            @Valid @RequestBody SignInRequest body, HttpServletRequest request, HttpServletResponse response) {
        long accountId = credentials.check(body.login(), body.password(), clients.address(request));
        return signIns.open(accountId, body, request, response);
    }

    @GetMapping("/session")
    SessionView current(SignedIn signedIn) {
        return signIns.current(signedIn);
    }

    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        signIns.close(signedIn, request, response);
    }

    @PutMapping("/session/company")
    SessionView switchCompany(SignedIn signedIn, @Valid @RequestBody SwitchRequest body) {
        return signIns.switchTo(signedIn, body.orgId());
    }

    @PostMapping("/companies")
    @ResponseStatus(HttpStatus.CREATED)
    SessionView found(SignedIn signedIn, @Valid @RequestBody FoundRequest body) {
        return signIns.switchTo(signedIn, companies.found(signedIn, body).orgId());
    }
}
