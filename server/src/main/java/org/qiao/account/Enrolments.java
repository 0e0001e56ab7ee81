package org.qiao.account;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.qiao.account.Accounts.Contact;
import org.qiao.platform.SecureTokens;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Thousands of people at once, set by set, for a company that is filled by a program. They have no password: whoever holds the
 * token of the one session each gets is signed in.
 */
@Service
public class Enrolments {

    private final AccountStore accounts;
    private final PrincipalStore principals;
    private final SessionStore sessions;
    private final Clock clock;

    Enrolments(AccountStore accounts, PrincipalStore principals, SessionStore sessions, Clock clock) {
        this.accounts = accounts;
        this.principals = principals;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * A member who can sign in at once.
     *
     * @param token the only time anybody sees it; the database keeps its hash
     */
    public record Enrolled(long principalId, String token) {

        @Override
        public String toString() {
            return "Enrolled[principalId=" + principalId + "]";
        }
    }

    /**
     * New accounts, each a claimed and enabled member of the company with one session of a program.
     *
     * @param emails in lower case, of nobody yet
     * @param device shown in the list of devices
     * @return in the order of the addresses; account.login_taken when one of them exists
     */
    @Transactional
    public List<Enrolled> enrol(long orgId, List<String> emails, Locale locale, String device) {
        Instant now = clock.instant();
        List<Contact> people =
                emails.stream().map(email -> new Contact(null, email)).toList();
        Map<Contact, Long> created = accounts.insertAll(people, locale.toLanguageTag(), now);
        if (created.size() != emails.size()) {
            throw AccountProblem.LOGIN_TAKEN.problem();
        }
        List<Long> accountIds = people.stream()
                .map(person -> Objects.requireNonNull(created.get(person)))
                .toList();
        Map<Long, Long> byAccount = principals.insertAll(orgId, accountIds, true, now);
        List<Enrolled> enrolled = new ArrayList<>(emails.size());
        List<SessionStore.Device> devices = new ArrayList<>(emails.size());
        for (long accountId : accountIds) {
            long principalId = Objects.requireNonNull(byAccount.get(accountId));
            String token = SecureTokens.create();
            enrolled.add(new Enrolled(principalId, token));
            devices.add(new SessionStore.Device(
                    accountId, principalId, HexFormat.of().formatHex(SecureTokens.hash(token))));
        }
        sessions.insertAll(devices, device, now, now.plus(Sessions.PROGRAM_LIFE));
        return enrolled;
    }
}
