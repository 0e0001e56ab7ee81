package org.qiao.approvaltemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.form.FormValues;
import org.qiao.platform.Grant;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the module `approval` calls. */
@QiaoTest
class TemplatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Templates templates;

    private TestOrg org;
    private TestUser admin;
    private TestUser member;
    private TemplateDesk desk;

    @BeforeEach
    void company() {
        org = given.org();
        admin = org.admin();
        member = org.user();
        desk = new TemplateDesk(new TestBrowser(http).signedIn(admin));
    }

    @Test
    void numbersAreUniqueWhoeverSubmitsAtOnce() throws Exception {
        long id = desk.published("Many");
        TemplateVersion version = templates.requireStartable(member.actor(), id);
        List<Future<String>> asked = new ArrayList<>();

        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 100)
                    .forEach(_ -> asked.add(people.submit(() -> templates.nextNumber(org.id(), version, DAY))));
        }

        List<String> numbers = new ArrayList<>();
        for (Future<String> each : asked) {
            numbers.add(each.get());
        }
        assertThat(numbers).doesNotHaveDuplicates().contains("F" + id + "202611270001", "F" + id + "202611270100");
        assertThat(templates.nextNumber(org.id(), version, DAY.plusDays(1))).isEqualTo("F" + id + "202611280001");
    }

    @Test
    void serialFieldsCountForThemselves() {
        long id = desk.create("Serials");
        desk.save(
                id,
                desk.content(
                        id,
                        "form",
                        TemplateDesk.json("{'fields':[{'key':'a','kind':'SERIAL','label':'A','prefix':'A','digits':3},"
                                + "{'key':'b','kind':'SERIAL','label':'B','prefix':'B-','reset':'YEAR'}]}")));
        desk.publish(id);
        TemplateVersion version = templates.requireStartable(member.actor(), id);

        FormValues first = templates.withSerials(org.id(), version, FormValues.EMPTY, DAY);
        FormValues second = templates.withSerials(org.id(), version, FormValues.EMPTY, DAY);

        assertThat(first.text("a")).contains("A001");
        assertThat(first.text("b")).contains("B-20260001");
        assertThat(second.text("a")).contains("A002");
        assertThat(templates.withSerials(org.id(), version, second, DAY)).isEqualTo(second);
    }

    @Test
    void versionsOfDeletedTemplatesStay() {
        long id = desk.published("Gone");
        desk.browser().delete(TemplateDesk.PATH + "/" + id);

        assertThat(templates.get(org.id(), id, 1).name()).isEqualTo("Gone");
        assertThat(templates.cards(org.id(), Set.of(id)).get(id).name()).isEqualTo("Gone");
        assertThat(templates.cards(given.org().id(), Set.of(id))).isEmpty();
    }

    @Test
    void dataManagersSeeTheirTemplates() {
        long id = desk.published("Data");
        desk.browser()
                .put(
                        TemplateDesk.PATH + "/" + id + "/access",
                        Map.of(
                                "start",
                                Map.of("everyone", true),
                                "managers",
                                List.of(),
                                "dataManagers",
                                List.of(member.id())));

        assertThat(templates.managedBy(member.actor())).containsExactly(id);
        assertThat(templates.maySeeAll(member.actor(), id)).isTrue();
        assertThat(templates.maySeeAll(org.user().actor(), id)).isFalse();
        assertThat(templates.maySeeAll(admin.actor(Grant.ADMIN), id)).isTrue();
        assertThat(templates.maySeeAll(given.org().user().actor(Grant.ADMIN), id))
                .isFalse();
    }

    @Test
    void shippedTemplatesComeOnceWhoeverAsksAtOnce() throws Exception {
        List<Future<Integer>> asked = new ArrayList<>();

        try (ExecutorService people = Executors.newFixedThreadPool(6)) {
            IntStream.range(0, 6)
                    .forEach(_ -> asked.add(people.submit(() -> templates
                            .listStartable(member.actor(), null, null)
                            .items()
                            .size())));
        }

        for (Future<Integer> each : asked) {
            assertThat(each.get()).isEqualTo(12);
        }
    }
}
