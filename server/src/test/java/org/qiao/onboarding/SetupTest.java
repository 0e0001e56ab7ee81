package org.qiao.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The shared server always has companies, so the rule for an empty one is asked directly. */
@QiaoTest
class SetupTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Setup setup;

    private String address;

    @BeforeEach
    void aServerWithACompany() {
        given.org();
        address = new TestBrowser(http).address();
    }

    @Test
    void onceThereIsACompanySetupIsOver() {
        TestBrowser browser = new TestBrowser(http);
        Map<String, String> body = Map.of(
                "companyName",
                "桥",
                "name",
                "李娜",
                "login",
                "setup@example.com",
                "password",
                "a bridge over water",
                "locale",
                "zh-CN");

        Reply view = browser.get("/api/setup");
        Reply refused = browser.post("/api/setup/company", body);

        assertThat(view.json().path("needed").asBoolean()).isFalse();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("account.setup_done");
        assertThatThrownBy(() -> setup.begin()).hasMessage("account.setup_done");
        assertThat(setup.code()).isEmpty();
    }

    @Test
    void onTheMachineItselfNoCodeIsNeeded() {
        assertThatCode(() -> setup.requireAllowed(true, true, null, address)).doesNotThrowAnyException();
    }

    @Test
    void fromAnotherMachineOnlyThePrintedCodeOpensAndGuessesAreLimited() {
        for (int i = 0; i < 10; i++) {
            String guess = i == 0 ? null : "ABCD-EFG" + i;
            assertThatThrownBy(() -> setup.requireAllowed(true, false, guess, address))
                    .hasMessage("account.setup_code_wrong");
        }

        assertThatThrownBy(() -> setup.requireAllowed(true, false, "ABCD-EFGH", address))
                .hasMessage("account.too_many_attempts");
    }

    @Test
    void theCodeMayBeTypedCarelessly() {
        SetupCode code = SetupCode.create();

        assertThat(code.text()).matches("[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}");
        assertThat(code.matches(code.text())).isTrue();
        assertThat(code.matches(
                        " " + code.text().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isTrue();
        assertThat(code.matches(null)).isFalse();
        assertThat(code.matches("")).isFalse();
        assertThat(code.matches(SetupCode.create().text())).isFalse();
    }
}
