package org.qiao.isolation;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.qiao.apikey.ApiScope;
import org.qiao.platform.SecureTokens;
import org.qiao.testing.Given;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everyone who has no business with the victim's data. */
record Strangers(List<Stranger> all) {

    enum Who {
        NOBODY("no token"),
        BAD_TOKEN("a token we never made"),
        DISABLED("a disabled member"),
        OTHER_MEMBER("another company's member"),
        OTHER_OWNER("another company's owner"),
        COLLEAGUE("a member without the right"),
        OTHER_PROGRAM("another company's program"),
        OTHER_GUEST("another company's customer"),
        FELLOW_GUEST("another customer of the company");

        private final String title;

        Who(String title) {
            this.title = title;
        }
    }

    record Stranger(Who who, @Nullable TestUser user, Given given, AtomicReference<@Nullable String> held) {

        Stranger(Who who, @Nullable TestUser user, Given given) {
            this(who, user, given, new AtomicReference<>());
        }

        String title() {
            return who.title;
        }

        @Nullable
        String token() {
            if (held.get() != null) {
                return held.get();
            }
            if (user == null) {
                return who == Who.NOBODY ? null : "not-a-token";
            }
            held.set(isGuest() ? user.token() : given.session(user.accountId(), user.id()));
            return held.get();
        }

        /** What was done may have ended the session it was done with: the next call has a fresh one. */
        void hasDoneSomething() {
            if (user != null) {
                held.set(null);
            }
        }

        /** Belongs to the victim's company: may know its directory and which ids exist, but no conversation. */
        boolean isInsider() {
            return who == Who.COLLEAGUE || who == Who.DISABLED;
        }

        boolean isGuest() {
            return who == Who.OTHER_GUEST || who == Who.FELLOW_GUEST;
        }

        /** What every colleague, or every customer, may do changes the company, and rightly so. */
        boolean mayDo(Operation operation) {
            return (isInsider() || who == Who.FELLOW_GUEST)
                    && !mustBeRefused(operation)
                    && !operation.method().equals("GET");
        }

        boolean mustBeRefused(Operation operation) {
            if (operation.access() == Access.OPEN) {
                return false;
            }
            boolean namesTheVictim = operation.path().contains("$");
            if (isGuest() || operation.access() == Access.GUEST) {
                return !isGuest() || operation.access() != Access.GUEST || namesTheVictim;
            }
            return switch (who) {
                case NOBODY, BAD_TOKEN -> true;
                case OTHER_PROGRAM -> operation.access() != Access.PROGRAM || namesTheVictim;
                case DISABLED -> operation.access() != Access.ACCOUNT || namesTheVictim;
                case OTHER_MEMBER, OTHER_OWNER -> namesTheVictim || operation.access() == Access.PROGRAM;
                case COLLEAGUE ->
                    operation.access() == Access.ADMIN
                            || operation.access() == Access.OWNER
                            || operation.access() == Access.PROGRAM
                            || operation.access() == Access.PARTICIPANT;
                case OTHER_GUEST, FELLOW_GUEST -> throw new IllegalStateException("Said above");
            };
        }
    }

    static Strangers of(Given given, Victim victim, JdbcClient jdbc) {
        TestOrg other = given.org();
        TestUser disabled = victim.org().user("停用");
        jdbc.sql("update principal set enabled = false where id = :id")
                .param("id", disabled.id())
                .update();
        jdbc.sql("update directory_member set state = 'DISABLED' where principal_id = :id")
                .param("id", disabled.id())
                .update();
        return new Strangers(List.of(
                new Stranger(Who.NOBODY, null, given),
                new Stranger(Who.BAD_TOKEN, null, given),
                new Stranger(Who.DISABLED, disabled, given),
                new Stranger(Who.OTHER_MEMBER, other.user(), given),
                new Stranger(Who.OTHER_OWNER, other.owner(), given),
                new Stranger(Who.COLLEAGUE, victim.org().user("旁人"), given),
                new Stranger(Who.OTHER_PROGRAM, null, given, new AtomicReference<>(key(other, jdbc))),
                new Stranger(Who.OTHER_GUEST, given.guest(other, "旁客"), given),
                new Stranger(Who.FELLOW_GUEST, given.guest(victim.org(), "旁客"), given)));
    }

    /** Bound to the owner, for everything a key can be for. */
    private static String key(TestOrg org, JdbcClient jdbc) {
        String key = "qk_" + SecureTokens.create();
        jdbc.sql("""
                        insert into apikey_key (org_id, name, token_hash, scopes, member_id, created_by, created_at)
                        values (:org, 'x', :hash, :scopes, :owner, :owner, now())
                        """)
                .param("org", org.id())
                .param("hash", SecureTokens.hash(key))
                .param(
                        "scopes",
                        Arrays.stream(ApiScope.values()).map(Enum::name).toArray(String[]::new))
                .param("owner", org.owner().id())
                .update();
        return key;
    }
}
