package org.qiao.customerimport;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Login;
import org.qiao.customerprofile.ImportedProfiles.KnownStage;
import org.qiao.form.FormCheck;
import org.qiao.form.FormValues;

/**
 * What the words of a sheet mean in this company.
 *
 * @param tags by name in lower case
 * @param stages by everything they are called, in lower case
 * @param judge says whether values of attributes are right
 */
record Meanings(
        People people,
        Map<String, Long> tags,
        Map<String, KnownStage> stages,
        Function<FormValues, FormCheck> judge,
        Moment moment) {

    /** Now, and in which zone sheets write their times. */
    record Moment(Instant now, ZoneId zone) {}

    /**
     * Members by what sheets call them.
     *
     * @param byKey staff number, telephone number or e-mail, in lower case
     * @param byName several have the same name
     * @param eligible who may have customers
     * @param standard who gets rows without anybody; null: such rows are wrong
     */
    record People(
            Map<String, Long> byKey,
            Map<String, Set<Long>> byName,
            Set<Long> eligible,
            @Nullable Long standard) {

        /** The same, filled one after the other. */
        static final class Building {

            private final Map<String, Long> byKey = new HashMap<>();
            private final Map<String, Set<Long>> byName = new HashMap<>();

            void add(long id, String name, List<String> keys) {
                byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), each -> new HashSet<>())
                        .add(id);
                keys.stream()
                        .filter(key -> !key.isEmpty())
                        .forEach(key -> byKey.putIfAbsent(key.toLowerCase(Locale.ROOT), id));
            }

            Set<Long> everybody() {
                Set<Long> ids = new HashSet<>(byKey.values());
                byName.values().forEach(ids::addAll);
                return ids;
            }

            People build(Set<Long> eligible, @Nullable Long standard) {
                return new People(byKey, byName, eligible, standard);
            }
        }

        /** Whoever is meant: none, one, or several of one name. */
        Set<Long> find(String text) {
            String plain = text.toLowerCase(Locale.ROOT);
            Optional<Long> known = Optional.ofNullable(byKey.get(plain))
                    .or(() -> Login.phone(plain).map(byKey::get));
            return known.map(Set::of).orElseGet(() -> byName.getOrDefault(plain, Set.of()));
        }
    }
}
