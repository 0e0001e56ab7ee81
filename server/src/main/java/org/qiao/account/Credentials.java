package org.qiao.account;

import java.util.Optional;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Service;

/** Is this person who they say they are? Every check of a password goes through here, so every one is limited. */
@Service
public class Credentials {

    private final AccountStore store;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;

    Credentials(AccountStore store, Accounts accounts, Passwords passwords, Attempts attempts) {
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * The account behind login and password. One refusal after about one time for every reason.
     *
     * @param address the caller's, see {@link Clients#address}
     */
    public long check(String loginText, String password, String address) {
        Optional<Login> login = Login.read(loginText);
        String byLogin = Attempts.login(login.map(Login::text).orElse(loginText));
        String byAddress = Attempts.address(address);
        attempts.begin(byLogin, byAddress);
        Optional<Long> account = login.flatMap(accounts::findByLogin);
        if (!isRight(password, account.flatMap(store::passwordHash), byLogin, byAddress)) {
            throw AccountProblem.WRONG_LOGIN.problem();
        }
        attempts.forgive(byLogin);
        attempts.giveBack(byAddress);
        return account.orElseThrow();
    }

    /** The person at a signed-in device, or with a link, gives the password again before a sensitive change. */
    public void confirm(long accountId, String password, String address) {
        String byAccount = Attempts.account(accountId);
        String byAddress = Attempts.address(address);
        attempts.begin(byAccount, byAddress);
        if (!isRight(password, store.passwordHash(accountId), byAccount, byAddress)) {
            throw AccountProblem.WRONG_PASSWORD.problem();
        }
        attempts.forgive(byAccount);
        attempts.giveBack(byAddress);
    }

    /** What nobody had time to look at was no attempt: a rush in the morning locks nobody out. */
    private boolean isRight(String password, Optional<String> hash, String... keys) {
        try {
            return passwords.matches(password, hash);
        } catch (Problem busy) {
            for (String key : keys) {
                attempts.giveBack(key);
            }
            throw busy;
        }
    }

    /** For other guesses that must not be made without end, such as the setup code. */
    public void limit(String what, String address) {
        attempts.begin(Attempts.address(what + " " + address));
    }

    public void forgive(String what, String address) {
        attempts.giveBack(Attempts.address(what + " " + address));
    }
}
