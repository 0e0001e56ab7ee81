package org.qiao.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Logins of people. What a company knows about a member (its copy of phone and e-mail) is the directory's. */
@Service
public class Accounts {

    private final AccountStore store;
    private final SessionCache cache;
    private final Clock clock;

    Accounts(AccountStore store, SessionCache cache, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.clock = clock;
    }

    /** By which a company knows a person: a phone number, an e-mail address or both, as {@link Login} writes them. */
    public record Contact(@Nullable String phone, @Nullable String email) {

        public Stream<String> logins() {
            return Stream.of(phone, email).flatMap(Stream::ofNullable);
        }
    }

    public Account get(long accountId) {
        return store.get(accountId);
    }

    /** The account behind a login. Never let a caller tell found from not found. */
    public Optional<Long> findByLogin(Login login) {
        return login.phone() != null
                ? store.findByPhone(login.phone())
                : store.findByEmail(Objects.requireNonNull(login.email()));
    }

    /**
     * The account a company means when it names a phone number or an e-mail address: an existing one, else a new one without a
     * password. An existing account is never changed, so nobody adds a login to somebody else's account; phone wins over e-mail.
     * The caller must answer the same in both cases.
     *
     * @param phone E.164, see {@link Login#phone}
     * @param email lower case, see {@link Login#email}
     */
    @Transactional
    public long findOrCreate(@Nullable String phone, @Nullable String email, Locale locale) {
        if (phone == null && email == null) {
            throw new IllegalArgumentException("An account needs a phone number or an e-mail address");
        }
        return find(phone, email)
                .or(() -> store.insert(phone, email, locale.toLanguageTag(), clock.instant()))
                .or(() -> find(phone, email))
                .orElseThrow(() -> new IllegalStateException("An account vanished while it was looked up"));
    }

    /**
     * New accounts for those of the people whom no account resembles, by phone or by e-mail, and who resemble nobody else among them.
     * The others are left out: {@link #findOrCreate} knows which account they mean.
     */
    @Transactional
    public Map<Contact, Long> createStrangers(Collection<Contact> people, Locale locale) {
        Map<String, Long> times = people.stream()
                .flatMap(Contact::logins)
                .collect(Collectors.groupingBy(login -> login, Collectors.counting()));
        Set<String> known = store.known(times.keySet());
        List<Contact> strangers = people.stream()
                .filter(person -> person.logins().findAny().isPresent())
                .filter(person -> person.logins()
                        .allMatch(login -> Objects.equals(times.get(login), 1L) && !known.contains(login)))
                .toList();
        return store.insertAll(strangers, locale.toLanguageTag(), clock.instant());
    }

    /** A new account that its owner makes: refuses a login that exists. */
    @Transactional
    public long create(Login login, String passwordHash, Locale locale) {
        long id = store.insert(login.phone(), login.email(), locale.toLanguageTag(), clock.instant())
                .orElseThrow(AccountProblem.LOGIN_TAKEN::problem);
        store.setPassword(id, passwordHash);
        return id;
    }

    /** Stores what the owner changed; a login of somebody else is refused. */
    @Transactional
    public Account change(Account changed) {
        if (changed.phone() == null && changed.email() == null) {
            throw AccountProblem.LOGIN_REQUIRED.problem();
        }
        try {
            store.update(changed);
        } catch (DuplicateKeyException taken) {
            throw AccountProblem.LOGIN_TAKEN.problem();
        }
        cache.forgetAfterCommit(entry -> entry.signedIn().accountId() == changed.id());
        return store.get(changed.id());
    }

    private Optional<Long> find(@Nullable String phone, @Nullable String email) {
        Optional<Long> byPhone = phone == null ? Optional.empty() : store.findByPhone(phone);
        return byPhone.or(() -> email == null ? Optional.empty() : store.findByEmail(email));
    }
}
