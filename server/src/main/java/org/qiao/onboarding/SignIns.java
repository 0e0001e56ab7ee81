package org.qiao.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.qiao.account.AccountProblem;
import org.qiao.account.Clients;
import org.qiao.account.Membership;
import org.qiao.account.NewSession;
import org.qiao.account.OpenedSession;
import org.qiao.account.Principals;
import org.qiao.account.SessionCookie;
import org.qiao.account.Sessions;
import org.qiao.account.SignedIn;
import org.qiao.directory.Members;
import org.springframework.stereotype.Service;

/** The last step of every way in: opens the session and answers with it. Whoever calls this has checked that the person may. */
@Service
public class SignIns {

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SessionViews views;
    private final Principals principals;
    private final Members members;
    private final Clients clients;

    SignIns(
            Sessions sessions,
            SessionCookie cookie,
            SessionViews views,
            Principals principals,
            Members members,
            Clients clients) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.views = views;
        this.principals = principals;
        this.members = members;
        this.clients = clients;
    }

    /**
     * Signs a browser in and sets its cookie.
     *
     * @param principalId the member to start as, which the account must have claimed; null for none
     */
    public SessionView open(
            long accountId, @Nullable Long principalId, HttpServletRequest request, HttpServletResponse response) {
        NewSession session =
                new NewSession(accountId, principalId, false, Clients.device(request, null), clients.address(request));
        OpenedSession opened = sessions.open(session);
        cookie.set(request, response, opened);
        return enter(opened);
    }

    /** Signs in by password: a browser gets the cookie, a program the token. */
    SessionView open(long accountId, SignInRequest body, HttpServletRequest request, HttpServletResponse response) {
        if (!body.isProgram()) {
            return open(accountId, sessions.startingPoint(accountId).orElse(null), request, response);
        }
        NewSession session = new NewSession(
                accountId,
                sessions.startingPoint(accountId).orElse(null),
                true,
                Clients.device(request, body.device()),
                clients.address(request));
        OpenedSession opened = sessions.open(session);
        return enter(opened).withToken(opened.token());
    }

    /** Who am I? An account that was let into its first company meanwhile starts to work there. */
    SessionView current(SignedIn signedIn) {
        if (signedIn.actor() == null && !signedIn.disabled()) {
            return principals.listOf(signedIn.accountId()).stream()
                    .filter(Membership::enabled)
                    .findFirst()
                    .map(membership -> switchTo(signedIn, membership.orgId()))
                    .orElseGet(() -> views.of(signedIn));
        }
        return views.of(signedIn);
    }

    /** This device works in another company of the account from now on. */
    SessionView switchTo(SignedIn signedIn, long orgId) {
        SignedIn now = sessions.switchTo(signedIn, orgId);
        activate(now);
        return views.of(now);
    }

    void close(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        sessions.revoke(signedIn.accountId(), signedIn.sessionId());
        cookie.clear(request, response);
    }

    private SessionView enter(OpenedSession opened) {
        SignedIn signedIn = sessions.find(opened.token()).orElseThrow(AccountProblem.NOT_SIGNED_IN::problem);
        activate(signedIn);
        return views.of(signedIn);
    }

    /** An invited member who is here is an active one. */
    private void activate(SignedIn signedIn) {
        signedIn.person().ifPresent(actor -> members.activate(actor.orgId(), actor.principalId()));
    }
}
