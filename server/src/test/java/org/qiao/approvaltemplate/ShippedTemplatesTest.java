package org.qiao.approvaltemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qiao.approvaltemplate.ShippedTemplates.Shipped;
import org.qiao.flow.Approvers;
import org.qiao.flow.Command;
import org.qiao.flow.Engine;
import org.qiao.flow.Node;
import org.qiao.flow.People;
import org.qiao.flow.Route;
import org.qiao.flow.Step;
import org.qiao.form.Facts;
import org.qiao.form.FormSchema;
import tools.jackson.databind.json.JsonMapper;

class ShippedTemplatesTest {

    private static final ShippedTemplates SHIPPED = ShippedTemplates.load();

    /** A company of one person: he has no superior, heads nothing and owns it. */
    private static final People ALONE = new People() {
        @Override
        public List<Long> find(Approvers approvers, long applicant) {
            return List.of();
        }

        @Override
        public boolean choosable(Approvers.Chosen chosen, long person) {
            return true;
        }

        @Override
        public boolean present(long person) {
            return true;
        }

        @Override
        public Optional<Long> superior(long person) {
            return Optional.empty();
        }

        @Override
        public List<Long> admins() {
            return List.of(1L);
        }

        @Override
        public Optional<Long> delegate(long person) {
            return Optional.empty();
        }
    };

    static Stream<Shipped> all() {
        return Stream.concat(SHIPPED.in(Locale.CHINESE).stream(), SHIPPED.in(Locale.ENGLISH).stream());
    }

    private static Route route(Shipped template) {
        return JsonMapper.shared().treeToValue(template.content().route(), Route.class);
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachFormIsSound(Shipped template) {
        FormSchema form = FormSchema.read(template.content().form());

        assertThat(form.check()).isEmpty();
        assertThat(template.content().settings().summary())
                .allSatisfy(key -> assertThat(form.find(key)).isPresent());
    }

    /** The owner of a company that has nobody else applies, whatever he fills in: somebody is asked at every node. */
    @ParameterizedTest
    @MethodSource("all")
    void eachRouteWorksInACompanyOfOne(Shipped template) {
        Route route = route(template);
        Map<String, List<Long>> chosen = new HashMap<>();
        route.nodes().forEach(node -> {
            if (node instanceof Node.Asks asks && asks.approvers() instanceof Approvers.Chosen) {
                chosen.put(node.id(), List.of(2L));
            }
        });

        List<Step> path = new Engine(route, ALONE, Facts.NONE).preview(new Command.Submit(1L, 1, chosen));

        assertThat(path)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.people().isEmpty() && step.way() == null)
                        .isFalse());
    }

    @Test
    void bothLanguagesAreWhole() {
        List<Shipped> chinese = SHIPPED.in(Locale.SIMPLIFIED_CHINESE);
        List<Shipped> english = SHIPPED.in(Locale.ENGLISH);

        assertThat(chinese).hasSize(12).extracting(Shipped::key).containsExactlyElementsOf(SHIPPED.keys());
        assertThat(english).hasSize(12);
        for (int i = 0; i < chinese.size(); i++) {
            String text = english.get(i).content().toString();
            assertThat(text.codePoints()
                            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                            .toArray())
                    .as(text)
                    .isEmpty();
            assertThat(chinese.get(i).content().name())
                    .isNotEqualTo(english.get(i).content().name());
        }
    }

    @Test
    void noTwoNumberAlike() {
        Set<String> prefixes = new HashSet<>();

        assertThat(SHIPPED.in(Locale.CHINESE))
                .allSatisfy(each -> assertThat(prefixes.add(
                                each.content().settings().numbering().prefix()))
                        .isTrue());
    }
}
