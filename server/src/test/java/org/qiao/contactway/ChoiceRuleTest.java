package org.qiao.contactway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.contactway.ChoiceRule.Candidate;
import org.qiao.contactway.ChoiceRule.Choice;
import org.qiao.contactway.ChoiceRule.Field;

class ChoiceRuleTest {

    /** People are written member/taken/cap/turn, without a cap "-"; backups follow a bar. */
    @ParameterizedTest(name = "{0} able {1} loyal {2} → {3}")
    @CsvSource({
        "1/3/-/9 2/1/-/8, 1 2, , 2", // the fewest
        "1/2/-/9 2/2/-/7, 1 2, , 2", // of equals who waited longest
        "1/0/-/0 2/0/-/0, 1 2, , 1", // of those without any the first
        "1/5/5/9 2/9/10/8, 1 2, , 2", // a cap is never passed
        "1/5/5/9 2/1/-/8, 1, , nobody", // who cannot is not asked
        "1/5/5/9|3/40/-/6 4/39/-/5, 1 3 4, , 4 beyond", // all full: the backup with the fewest
        "|3/0/-/0, 3, , 3 beyond", // nobody on duty
        "1/5/5/9|3/0/-/0, 1, , nobody", // the backup cannot either
        "1/0/-/0 2/7/-/9, 1 2, 2/7/-/9, 2", // the same as before
        "1/0/-/0 2/7/7/9, 1 2, 2/7/7/9, 2 beyond", // also beyond the cap
        "1/0/-/0 2/7/-/9, 1, 2/7/-/9, 1", // unless he has gone
    })
    void theNextCustomerGoesTo(String people, String able, @Nullable String loyal, String expected) {
        String[] groups = people.split("\\|", -1);
        Field field = new Field(
                candidates(groups[0]),
                groups.length > 1 ? candidates(groups[1]) : List.of(),
                Set.copyOf(Arrays.stream(able.split(" ")).map(Long::valueOf).toList()),
                loyal == null ? null : candidates(loyal).getFirst());

        Optional<Choice> choice = ChoiceRule.choose(field);

        assertThat(choice.map(found -> found.memberId() + (found.beyond() ? " beyond" : ""))
                        .orElse("nobody"))
                .isEqualTo(expected);
    }

    private static List<Candidate> candidates(String text) {
        return Arrays.stream(text.split(" "))
                .filter(part -> !part.isBlank())
                .map(part -> {
                    String[] words = part.split("/");
                    Integer cap = words[2].equals("-") ? null : Integer.valueOf(words[2]);
                    return new Candidate(
                            Long.parseLong(words[0]), cap, Integer.parseInt(words[1]), Integer.parseInt(words[3]));
                })
                .toList();
    }

    @Test
    void aThousandCustomersAreSharedEvenlyAndTheCapsFillUp() {
        Map<Long, Integer> taken = new HashMap<>();
        Map<Long, Integer> turns = new HashMap<>();
        Map<Long, Integer> caps = Map.of(1L, 100, 2L, 400, 3L, 400);

        for (int turn = 1; turn <= 1_000; turn++) {
            List<Candidate> people = List.of(1L, 2L, 3L).stream()
                    .map(id -> new Candidate(id, caps.get(id), taken.getOrDefault(id, 0), turns.getOrDefault(id, 0)))
                    .toList();
            List<Candidate> backup =
                    List.of(new Candidate(4L, null, taken.getOrDefault(4L, 0), turns.getOrDefault(4L, 0)));
            Choice choice = ChoiceRule.choose(new Field(people, backup, Set.of(1L, 2L, 3L, 4L), null))
                    .orElseThrow();
            taken.merge(choice.memberId(), 1, Integer::sum);
            turns.put(choice.memberId(), turn);
            if (turn == 300) {
                assertThat(taken).containsOnly(Map.entry(1L, 100), Map.entry(2L, 100), Map.entry(3L, 100));
            }
        }

        assertThat(taken).containsOnly(Map.entry(1L, 100), Map.entry(2L, 400), Map.entry(3L, 400), Map.entry(4L, 100));
    }
}
