package org.qiao.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.qiao.account.AccountProblem;
import org.qiao.account.Login;
import org.qiao.account.Passwords;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Open to strangers, and closed for good once there is a company. */
@RestController
@RequestMapping("/api/setup")
class SetupController {

    private final Setup setup;
    private final Passwords passwords;
    private final SignIns signIns;

    SetupController(Setup setup, Passwords passwords, SignIns signIns) {
        this.setup = setup;
        this.passwords = passwords;
        this.signIns = signIns;
    }

    @GetMapping
    SetupView view(HttpServletRequest request) {
        return setup.view(request);
    }

    @PostMapping("/company")
    @ResponseStatus(HttpStatus.CREATED)
    SessionView company(
            @Valid @RequestBody SetupRequest body, HttpServletRequest request, HttpServletResponse response) {
        setup.requireAllowed(request, body.code());
        Login login = Login.read(body.login()).orElseThrow(() -> AccountProblem.BAD_LOGIN.problem("field", "login"));
        String hash = passwords.hash(body.password(), login);
        Setup.Founder founder = setup.create(body, login, hash);
        return signIns.open(founder.accountId(), founder.principalId(), request, response);
    }
}
