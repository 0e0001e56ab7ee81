package org.qiao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void whatIsComparedWithoutAPasswordIsAWholeHashThatNobodyMatches() {
        assertThat(Passwords.NOBODY)
                .hasSameSizeAs(passwords.hash(
                        "a-long-enough-password", Login.read("lina@example.com").orElseThrow()));
        assertThat(passwords.matches("a-long-enough-password", Optional.empty()))
                .isFalse();
        assertThat(passwords.matches("", Optional.empty())).isFalse();
    }
}
