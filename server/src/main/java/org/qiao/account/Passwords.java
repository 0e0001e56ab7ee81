package org.qiao.account;

import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Argon2id. One computation takes {@link #MEMORY_KIB} and some tens of milliseconds of one core on purpose, so only a few run at
 * once and only some wait: a flood of sign-ins costs neither the memory nor the cores of everybody else.
 */
@Service
public class Passwords {

    /** The parameters the OWASP password storage cheat sheet recommends (19 MiB, two passes, one lane). */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** How many may wait for their turn, and how long. */
    private static final int MAX_WAITING = 64;

    private static final int MAX_WAIT_SECONDS = 5;

    /** Compared against when there is no password, so that an unknown login takes as long as a known one. */
    static final String NOBODY =
            "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(MEMORY_KIB, PASSES, zeros(SALT_BYTES), zeros(HASH_BYTES));

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    private final Semaphore turns =
            new Semaphore(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8), true);

    Passwords() {}

    /** Checks the rules for a new login and hashes. Never call this inside a transaction: it waits. */
    public String hash(String password, Login login) {
        PasswordRule.require(password, login);
        return inTurn(() -> encoder.encode(password));
    }

    /** The same for an account that exists. */
    public String hash(String password, Account account) {
        PasswordRule.require(password, account);
        return inTurn(() -> encoder.encode(password));
    }

    /** False after the same time when there is no hash. */
    boolean matches(String password, Optional<String> hash) {
        if (password.length() > 2 * PasswordRule.MAX_LENGTH) {
            return false;
        }
        boolean same = inTurn(() -> encoder.matches(password, hash.orElse(NOBODY)));
        return same && hash.isPresent();
    }

    private static String zeros(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (turns.getQueueLength() >= MAX_WAITING || !awaitTurn()) {
            throw PlatformProblem.BUSY.problem(Problem.RETRY_AFTER, MAX_WAIT_SECONDS);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean awaitTurn() {
        try {
            return turns.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
