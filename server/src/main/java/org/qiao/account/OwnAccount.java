package org.qiao.account;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What a person changes about the own account. Passwords are checked and hashed before a transaction begins: both take a while. */
@Service
class OwnAccount {

    private final AccountStore store;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Credentials credentials;
    private final Passwords passwords;
    private final TransactionOperations transaction;

    OwnAccount(
            AccountStore store,
            Accounts accounts,
            Sessions sessions,
            Credentials credentials,
            Passwords passwords,
            TransactionOperations transaction) {
        this.store = store;
        this.accounts = accounts;
        this.sessions = sessions;
        this.credentials = credentials;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    Account change(SignedIn signedIn, ChangeAccountRequest body, String address) {
        changed(signedIn, body); // refuses what is no login before the password is looked at
        if (body.changesLogin()) {
            confirm(signedIn, body.password(), address);
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock(signedIn.accountId()); // what another device changes meanwhile stays
            return accounts.change(changed(signedIn, body));
        }));
    }

    private Account changed(SignedIn signedIn, ChangeAccountRequest body) {
        Account before = accounts.get(signedIn.accountId());
        return new Account(
                before.id(),
                body.phone() == null ? before.phone() : phone(body.phone()),
                body.email() == null ? before.email() : email(body.email()),
                body.locale() == null ? before.locale() : body.locale(),
                body.theme() == null ? before.theme() : body.theme(),
                before.hasPassword());
    }

    /** A new password ends every other device: one of them may be the reason for the change. */
    void changePassword(SignedIn signedIn, ChangePasswordRequest body, String address) {
        Account account = accounts.get(signedIn.accountId());
        if (account.hasPassword()) {
            confirm(signedIn, body.current(), address);
        }
        String hash = passwords.hash(body.next(), account);
        transaction.executeWithoutResult(status -> {
            store.setPassword(signedIn.accountId(), hash);
            sessions.revokeOthers(signedIn.accountId(), signedIn.sessionId());
        });
    }

    private void confirm(SignedIn signedIn, @Nullable String password, String address) {
        if (password == null || password.isEmpty()) {
            throw AccountProblem.PASSWORD_REQUIRED.problem();
        }
        credentials.confirm(signedIn.accountId(), password, address);
    }

    private static @Nullable String phone(String text) {
        return text.isBlank() ? null : valid(Login.phone(text), "phone");
    }

    private static @Nullable String email(String text) {
        return text.isBlank() ? null : valid(Login.email(text), "email");
    }

    private static String valid(Optional<String> login, String field) {
        return login.orElseThrow(() -> AccountProblem.BAD_LOGIN.problem("field", field));
    }
}
