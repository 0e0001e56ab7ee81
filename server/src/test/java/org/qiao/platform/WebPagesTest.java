package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebPagesTest {

    @Test
    void addressesOfTheClientAnswerWithItsPage() {
        assertThat(WebPages.page("messages/17")).isEqualTo("index.html");
        assertThat(WebPages.page("join/q3Zk")).isEqualTo("index.html");
        assertThat(WebPages.page("administration")).isEqualTo("index.html");
    }

    @Test
    void addressesOfTheAdministrationAnswerWithTheirOwnPage() {
        assertThat(WebPages.page("admin")).isEqualTo("admin.html");
        assertThat(WebPages.page("admin/departments")).isEqualTo("admin.html");
    }

    @Test
    void theLinkOfADingAnswersWithASmallPageThatNeedsNoSession() {
        assertThat(WebPages.page("ding/Ab3-_x")).isEqualTo("ding.html");
        assertThat(WebPages.page("dings/7")).isEqualTo("index.html");
    }

    @Test
    void aCustomersLinkAnswersWithTheSmallPage() {
        assertThat(WebPages.page("v/aB3dE6gH9jKm")).isEqualTo("visit.html");
        assertThat(WebPages.page("visits")).isEqualTo("index.html");
    }

    @Test
    void missingFilesAndInterfacesStayMissing() {
        assertThat(WebPages.page("assets/old-1a2b.js")).isNull();
        assertThat(WebPages.page("api/nothing")).isNull();
        assertThat(WebPages.page("files/ticket")).isNull();
        assertThat(WebPages.page("actuator")).isNull();
    }
}
