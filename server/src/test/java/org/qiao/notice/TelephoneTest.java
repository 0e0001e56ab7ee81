package org.qiao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneTest {

    @ParameterizedTest
    @CsvSource({
        "13800138000,            +8613800138000",
        "138 0013 8000,          +8613800138000",
        "１３８００１３８０００,  +8613800138000",
        "+86 138-0013-8000,      +8613800138000",
        "8613800138000,          +8613800138000",
        "008613800138000,        +8613800138000",
        "(86) 138–0013–8000,     +8613800138000",
        "19912345678,            +8619912345678",
        "010-62551234,           +861062551234",
        "(021) 6123 4567,        +862161234567",
        "0571-87654321,          +8657187654321",
        "0898 6623456,           +868986623456",
        "+86 010 6255 1234,      +861062551234",
        "0086 (0)571 8765 4321,  +8657187654321",
        "+852 2345 6789,         +85223456789",
        "00852-9123-4567,        +85291234567",
        "+853 6612 3456,         +85366123456",
        "+886 912 345 678,       +886912345678",
        "+1 (212) 555-0123,      +12125550123",
        "0012125550123,          +12125550123",
        "+44 (0)20 7946 0958,    +442079460958",
        "+81 3-1234-5678,        +81312345678",
        "+49 1512 3456789,       +4915123456789",
    })
    void writtenInManyWaysReadAsOne(String text, String number) {
        assertThat(Telephone.read(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "00",
                "110",
                "95588",
                "4008101234",
                "+864008101234",
                "+868008101234",
                "12345678901",
                "1380013800",
                "138001380001",
                "+8612345678901",
                "+861380013800",
                "23456789",
                "12125550123",
                "+1 012 555 0123",
                "+85212345678",
                "+0123456789",
                "++8613800138000",
                "+86+13800138000",
                "1380013800a",
                "13800138000 转 801",
                "13800138000,13900139000",
                "١٣٨٠٠١٣٨٠٠٠",
                "13800138000\n1",
                "+1234567890123456",
                "a@b.example",
                "'; drop table x; --"
            })
    void garbageAndNumbersOfNobodyAreRefused(String text) {
        assertThat(Telephone.read(text)).isEmpty();
    }

    @Test
    void aVeryLongTextIsRefusedBeforeItIsLookedAt() {
        assertThat(Telephone.read("1".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+8613800138000, 13800138000",
        "+861062551234,  01062551234",
        "+8657187654321, 057187654321",
        "+85223456789,   85223456789"
    })
    void dialledWithinChina(String number, String national) {
        assertThat(Telephone.national(number)).isEqualTo(national);
        assertThat(Telephone.masked(number)).isEqualTo("****" + number.substring(number.length() - 4));
    }
}
