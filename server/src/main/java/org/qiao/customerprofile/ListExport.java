package org.qiao.customerprofile;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.CustomerLists.Search;
import org.qiao.customerprofile.ExportStore.Taken;
import org.qiao.customerprofile.ListViews.CustomerListLine;
import org.qiao.customerprofile.ListViews.ExportView;
import org.qiao.customerprofile.TagViews.TaggingView;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.form.Field;
import org.qiao.form.FormNames;
import org.qiao.form.FormSchema;
import org.qiao.form.FormTexts;
import org.qiao.form.FormValues;
import org.qiao.platform.Actor;
import org.qiao.platform.CellGuard;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists as spreadsheets. Who took what is written down before the first byte leaves. */
@Component
class ListExport {

    static final int LINES_MAX = 50_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> HEADINGS = List.of(
            "name", "remark", "company", "phones", "member", "stage", "reason", "tags", "level", "added", "last",
            "open");

    private final CustomerLists lists;
    private final ProfileRules rules;
    private final ExportStore store;
    private final FilterReading filters;
    private final Members members;
    private final Clock clock;

    ListExport(
            CustomerLists lists,
            ProfileRules rules,
            ExportStore store,
            FilterReading filters,
            Members members,
            Clock clock) {
        this.lists = lists;
        this.rules = rules;
        this.store = store;
        this.filters = filters;
        this.members = members;
        this.clock = clock;
    }

    /** What the cells are made with. */
    private record Sheet(Actor actor, ProfileWords words, ProfileSettings settings, Map<String, String> stages) {}

    void write(Actor actor, Search search, Answer answer) throws IOException {
        List<CustomerListLine> lines = lines(actor, search);
        store.add(
                actor, new Taken(search.scope(), filters.write(search.filter()), null, lines.size()), clock.instant());
        ProfileSettings settings = rules.get(actor.orgId());
        ProfileWords words = ProfileWords.of(actor.locale());
        Map<String, String> stages = settings.stages().stream().collect(Collectors.toMap(Stage::key, words::stage));
        write(new Sheet(actor, words, settings, stages), lines, answer.open());
    }

    /** Opened when the export is on record. */
    interface Answer {

        OutputStream open() throws IOException;
    }

    private List<CustomerListLine> lines(Actor actor, Search search) {
        List<CustomerListLine> lines = new ArrayList<>();
        String after = null;
        do {
            Page<CustomerListLine> page = lists.list(actor, search, after, Limits.PAGE_MAX);
            lines.addAll(page.items());
            after = page.next();
        } while (after != null && lines.size() < LINES_MAX);
        return lines;
    }

    private static void write(Sheet made, List<CustomerListLine> lines, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet("Customers");
        List<String> headings =
                new ArrayList<>(HEADINGS.stream().map(made.words()::word).toList());
        made.settings().attributes().fields().forEach(field -> headings.add(field.label()));
        CellGuard.row(sheet, 0, headings);
        int row = 1;
        for (CustomerListLine line : lines) {
            CellGuard.row(sheet, row++, cells(made, line));
        }
        workbook.finish();
    }

    private static List<String> cells(Sheet made, CustomerListLine line) {
        ProfileWords words = made.words();
        List<String> cells = new ArrayList<>(List.of(
                line.name(),
                line.remark(),
                line.company(),
                String.join(", ", line.phones()),
                line.member().name(),
                made.stages().getOrDefault(line.stage(), line.stage()),
                line.lostReason(),
                line.tags().stream().map(TaggingView::name).collect(Collectors.joining(", ")),
                words.word("level." + line.level()),
                time(made.actor(), line.openedAt()),
                time(made.actor(), last(line)),
                words.word(line.open() ? "yes" : "no")));
        cells.addAll(attributes(made, FormValues.of(line.attributes())));
        return cells;
    }

    private static @Nullable Instant last(CustomerListLine line) {
        boolean nobody = line.lastCustomerAt() == null && line.lastStaffAt() == null;
        return nobody ? null : line.activeAt();
    }

    private static String time(Actor actor, @Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(actor.zone()));
    }

    /** In the words of the form; what is empty has no row there. */
    private static List<String> attributes(Sheet made, FormValues values) {
        FormSchema form = made.settings().attributes();
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        form.fields().forEach(field -> values.find(field.key()).ifPresent(value -> known.set(field.key(), value)));
        Map<String, String> texts = new HashMap<>();
        FormTexts.summary(
                        new FormTexts.Filled(form, FormValues.of(known)),
                        form.fields().stream().map(Field::key).toList(),
                        made.actor().locale(),
                        FormNames.NONE)
                .forEach(line -> texts.put(line.key(), line.text()));
        return form.fields().stream()
                .map(field -> texts.getOrDefault(field.key(), ""))
                .toList();
    }

    /** Newest first, for administrators. */
    Page<ExportView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        TagBook.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<ExportStore.Export> page = Page.cut(
                store.list(actor.orgId(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                export -> Long.toString(export.id()));
        Map<Long, LineFilter> narrowed = new HashMap<>();
        Set<Long> people = new HashSet<>();
        page.items().forEach(export -> {
            LineFilter filter = filters.read(export.taken().filter());
            narrowed.put(export.id(), filter);
            people.add(export.byId());
            if (filter.member() != null) {
                people.add(filter.member());
            }
        });
        Map<Long, Card> cards = members.cardsById(actor, people);
        return page.map(export -> view(export, Objects.requireNonNull(narrowed.get(export.id())), cards));
    }

    private static ExportView view(ExportStore.Export export, LineFilter filter, Map<Long, Card> cards) {
        Long member = filter.member();
        return new ExportView(
                export.id(),
                Objects.requireNonNull(cards.get(export.byId())),
                export.taken().scope(),
                filter,
                member == null ? null : cards.get(member),
                export.taken().massId(),
                export.taken().lines(),
                export.at());
    }
}
