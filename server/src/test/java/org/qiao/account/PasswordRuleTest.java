package org.qiao.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    private static final Account LI =
            new Account(1, "+8613800138000", "li.na.engineering@example.com", "zh-CN", Account.Theme.SYSTEM, true);

    @ParameterizedTest
    @CsvSource({
        "short1234, account.password_too_short",
        "密码密码密码, account.password_too_short",
        "13800138000, account.password_is_login",
        "+8613800138000, account.password_is_login",
        "li.na.engineering@example.com, account.password_is_login",
        "Li.Na.Engineering, account.password_is_login",
        "1234567890, account.password_too_common",
        "Password123, account.password_too_common",
        "woaini1314, account.password_too_common",
        "aaaaaaaaaaaa, account.password_too_common",
        "1212121212, account.password_too_common",
        "abcdefghijkl, account.password_too_common",
        "9876543210, account.password_too_common",
    })
    void aWeakPasswordIsRefusedWithItsReason(String password, String code) {
        assertThatThrownBy(() -> PasswordRule.require(password, LI)).hasMessage(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "一二三四五六七八九十", "tR0ub4dor&3x", "🐎🔋📎🌉🐎🔋📎🌉🐎🔋"})
    void aLongOneOfAnyKindIsTaken(String password) {
        assertThatCode(() -> PasswordRule.require(password, LI)).doesNotThrowAnyException();
    }

    @Test
    void lengthCountsCharactersNotBytesAndHasAnEnd() {
        String most = "桥ab9".repeat(32);

        assertThatCode(() -> PasswordRule.require(most, LI)).doesNotThrowAnyException();
        assertThatThrownBy(() -> PasswordRule.require(most + "x", LI)).hasMessage("account.password_too_long");
    }
}
