package org.qiao.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.qiao.account.AccountProblem;
import org.qiao.account.Login;
import org.qiao.account.Passwords;
import org.qiao.account.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page behind an invitation: open to strangers. */
@RestController
@RequestMapping("/api/join")
class JoinController {

    private final Joins joins;
    private final People people;
    private final Passwords passwords;
    private final SignIns signIns;

    JoinController(Joins joins, People people, Passwords passwords, SignIns signIns) {
        this.joins = joins;
        this.people = people;
        this.passwords = passwords;
        this.signIns = signIns;
    }

    @GetMapping("/{token}")
    DoorView view(@PathVariable String token) {
        Invitation invitation = joins.open(token);
        return new DoorView(
                people.companyName(invitation.orgId()),
                people.name(invitation.orgId(), invitation.createdBy()),
                invitation.approval(),
                invitation.expiresAt());
    }

    @PostMapping("/{token}")
    JoinView join(
            @PathVariable String token,
            @Valid @RequestBody JoinRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        Invitation invitation = joins.open(token);
        Optional<SignedIn> signedIn = SignedIn.of(request);
        if (signedIn.isPresent()) {
            Joins.Arrival arrival =
                    joins.arrive(invitation, body, signedIn.get().accountId());
            return arrival.memberId() == null
                    ? new JoinView(JoinView.State.PENDING, null)
                    : new JoinView(JoinView.State.JOINED, signIns.switchTo(signedIn.get(), invitation.orgId()));
        }
        Joins.Arrival arrival = newcomer(invitation, body);
        return arrival.memberId() == null
                ? new JoinView(JoinView.State.PENDING, null)
                : new JoinView(
                        JoinView.State.JOINED,
                        signIns.open(arrival.accountId(), arrival.memberId(), request, response));
    }

    private Joins.Arrival newcomer(Invitation invitation, JoinRequest body) {
        if (body.login() == null || body.password() == null) {
            throw OnboardingProblem.LOGIN_REQUIRED.problem();
        }
        Login login = Login.read(body.login()).orElseThrow(() -> AccountProblem.BAD_LOGIN.problem("field", "login"));
        return joins.arrive(invitation, body, login, passwords.hash(body.password(), login));
    }
}
