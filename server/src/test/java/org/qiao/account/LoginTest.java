package org.qiao.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    @ParameterizedTest
    @CsvSource({
        "13800138000, +8613800138000",
        "138 0013 8000, +8613800138000",
        "138-0013-8000, +8613800138000",
        "１３８００１３８０００, +8613800138000",
        "+86 138 0013 8000, +8613800138000",
        "0086 13800138000, +8613800138000",
        "8613800138000, +8613800138000",
        "+1 (415) 555-2671, +14155552671",
        "+852 9123 4567, +85291234567",
    })
    void everyUsualWayOfWritingANumberIsOneNumber(String typed, String stored) {
        assertThat(Login.phone(typed)).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12345",
                "10086",
                "23800138000",
                "1380013800",
                "138001380000",
                "+0123456789",
                "+",
                "++8613800138000",
                "138001380a0",
                "+86138001380001380013800",
                "https://example.com",
                "\u0000",
                "13800138000\u202e"
            })
    void anythingElseIsNoNumber(String typed) {
        assertThat(Login.phone(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Li.Na@Example.COM, li.na@example.com", "' a@b ', a@b", "x+y@sub.example.org, x+y@sub.example.org"})
    void mailAddressesAreKeptInLowerCase(String typed, String stored) {
        assertThat(Login.email(typed)).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "a@", "@b", "a b@c", "a@b c", "a@b@c", "İ@example.com", "a@-b", "a@b\r\nBcc: x@y"})
    void anythingElseIsNoMailAddress(String typed) {
        assertThat(Login.email(typed)).isEmpty();
    }

    @Test
    void aLoginIsReadAsEitherOfTheTwo() {
        assertThat(Login.read("13800138000")).contains(new Login("+8613800138000", null));
        assertThat(Login.read("A@b.cn")).contains(new Login(null, "a@b.cn"));
        assertThat(Login.read("张三")).isEmpty();
        assertThat(Login.read("a@" + "b".repeat(300))).isEmpty();
    }
}
