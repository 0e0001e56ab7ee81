package org.qiao.account;

import org.junit.jupiter.api.Test;
import org.qiao.testing.QiaoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class SessionFilterTest {

    @Autowired
    RestTestClient http;

    @Test
    void withoutATokenEveryApiAddressIsRefusedInTheSameWay() {
        http.get()
                .uri("/api/anything")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("account.not_signed_in");
    }
}
