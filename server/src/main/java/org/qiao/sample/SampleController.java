package org.qiao.sample;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import org.qiao.account.Principals;
import org.qiao.onboarding.SessionView;
import org.qiao.onboarding.Setup;
import org.qiao.onboarding.SignIns;
import org.qiao.platform.PlatformProblem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The other choice of the first visit: look around in a company that is already at work. */
@RestController
class SampleController {

    private final Setup setup;
    private final SampleLoader loader;
    private final Principals principals;
    private final SignIns signIns;

    SampleController(Setup setup, SampleLoader loader, Principals principals, SignIns signIns) {
        this.setup = setup;
        this.loader = loader;
        this.principals = principals;
        this.signIns = signIns;
    }

    /** Signs in as the owner. */
    @PostMapping("/api/setup/sample")
    @ResponseStatus(HttpStatus.CREATED)
    SessionView load(@Valid @RequestBody SampleRequest body, HttpServletRequest request, HttpServletResponse response) {
        setup.requireAllowed(request, body.code());
        SampleOrg org = loader.loadFirst(Locale.forLanguageTag(body.locale()));
        long ownerId = org.owner().principalId();
        Long accountId = principals
                .find(org.orgId(), ownerId)
                .orElseThrow(PlatformProblem.NOT_FOUND::problem)
                .accountId();
        if (accountId == null) {
            throw new IllegalStateException("The owner has a phone number, so an account");
        }
        return signIns.open(accountId, ownerId, request, response);
    }
}
