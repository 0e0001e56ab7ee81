package org.qiao.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.AccountProblem;
import org.qiao.account.Accounts;
import org.qiao.account.Clients;
import org.qiao.account.Credentials;
import org.qiao.account.Login;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first visit of an empty server. Whoever reaches it first could own it; so it takes somebody on the machine itself, or the
 * code that only the start has printed. The code lives in memory and ends with the first company.
 */
@Service
public class Setup {

    private static final String LIMIT = "setup";

    private final Orgs orgs;
    private final Accounts accounts;
    private final Companies companies;
    private final Credentials credentials;
    private final Clients clients;
    private final SetupStore store;
    private final SetupCode code = SetupCode.create();

    Setup(
            Orgs orgs,
            Accounts accounts,
            Companies companies,
            Credentials credentials,
            Clients clients,
            SetupStore store) {
        this.orgs = orgs;
        this.accounts = accounts;
        this.companies = companies;
        this.credentials = credentials;
        this.clients = clients;
        this.store = store;
    }

    SetupView view(HttpServletRequest request) {
        boolean needed = !orgs.exist();
        return new SetupView(needed, needed && !clients.isLocal(request));
    }

    /** What the start prints; empty once there is a company. */
    Optional<SetupCode> code() {
        return orgs.exist() ? Optional.empty() : Optional.of(code);
    }

    /** Refuses once there is a company, and whoever is neither on this machine nor knows the code. Guesses are limited. */
    public void requireAllowed(HttpServletRequest request, @Nullable String typedCode) {
        requireAllowed(!orgs.exist(), clients.isLocal(request), typedCode, clients.address(request));
    }

    void requireAllowed(boolean needed, boolean local, @Nullable String typedCode, String address) {
        if (!needed) {
            throw AccountProblem.SETUP_DONE.problem();
        }
        if (local) {
            return;
        }
        credentials.limit(LIMIT, address);
        if (!code.matches(typedCode)) {
            throw AccountProblem.SETUP_CODE_WRONG.problem();
        }
        credentials.forgive(LIMIT, address);
    }

    /** Call this first in the transaction that makes the first company: of two, one is refused. */
    @Transactional
    public void begin() {
        store.lock();
        if (orgs.exist()) {
            throw AccountProblem.SETUP_DONE.problem();
        }
    }

    /**
     * @param passwordHash hashed before, because hashing waits
     */
    @Transactional
    Founder create(SetupRequest body, Login login, String passwordHash) {
        begin();
        Locale locale = Locale.forLanguageTag(body.locale());
        long accountId = accounts.create(login, passwordHash, locale);
        Actor owner = companies.create(body.companyName(), body.name(), accountId, locale);
        return new Founder(accountId, owner.principalId());
    }

    record Founder(long accountId, long principalId) {}
}
