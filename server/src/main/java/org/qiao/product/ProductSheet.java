package org.qiao.product;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directoryimport.Sheets;
import org.qiao.platform.CellGuard;
import org.qiao.platform.Problem;
import org.qiao.product.ProductViews.ProductRequest;

/** A spreadsheet of products, read row by row: pure. What is wrong in a row is a problem of that row. */
record ProductSheet(List<Line> lines, List<BadRow> bad) {

    static final int ROWS_MAX = 10_000;
    private static final String CURRENCY = "CNY";
    private static final Set<String> OFF = Set.of("否", "下架", "no", "off", "false", "0");

    /** Headings as people write them. */
    private enum Column {
        NAME("名称", "产品名称", "name"),
        NUMBER("编号", "货号", "number", "no."),
        PRICE("价格", "price"),
        CURRENCY("币种", "currency"),
        DESCRIPTION("描述", "介绍", "description"),
        LINK("链接", "link"),
        SHOWN("上架", "shown");

        private final List<String> headings;

        Column(String... headings) {
            this.headings = List.of(headings);
        }
    }

    record Line(int row, Product.Content content) {}

    /** @param code of the refusal; {@code field} is what it is about, or empty */
    record BadRow(int row, String code, String field) {}

    static ProductSheet of(List<Sheets.Row> rows) {
        Map<Column, Integer> columns = rows.isEmpty() ? Map.of() : columns(rows.getFirst());
        if (!columns.containsKey(Column.NAME)) {
            throw ProductProblem.BAD_SHEET.problem();
        }
        ProductRule.requireRoom(rows.size() - 1L, ROWS_MAX);
        List<Line> lines = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (Sheets.Row row : rows.subList(1, rows.size())) {
            try {
                Product.Content content = ProductRule.content(request(row, columns));
                if (!content.number().isEmpty() && !numbers.add(content.number())) {
                    throw ProductProblem.NUMBER_TAKEN.problem("field", "number");
                }
                lines.add(new Line(row.number(), content));
            } catch (Problem problem) {
                bad.add(new BadRow(
                        row.number(),
                        problem.code(),
                        String.valueOf(problem.params().getOrDefault("field", ""))));
            }
        }
        return new ProductSheet(lines, bad);
    }

    private static Map<Column, Integer> columns(Sheets.Row head) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < head.cells().size(); i++) {
            String heading = head.cells().get(i).strip().toLowerCase(Locale.ROOT);
            for (Column column : Column.values()) {
                if (column.headings.contains(heading)) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        return columns;
    }

    private static ProductRequest request(Sheets.Row row, Map<Column, Integer> columns) {
        return new ProductRequest(
                text(row, columns.get(Column.NAME)),
                text(row, columns.get(Column.NUMBER)),
                price(text(row, columns.get(Column.PRICE)), text(row, columns.get(Column.CURRENCY))),
                text(row, columns.get(Column.DESCRIPTION)),
                text(row, columns.get(Column.LINK)),
                List.of(),
                !OFF.contains(text(row, columns.get(Column.SHOWN)).toLowerCase(Locale.ROOT)),
                null);
    }

    private static @Nullable Price price(String amount, String currency) {
        String plain = amount.replace(",", "").replace("¥", "").replace("￥", "").strip();
        return plain.isEmpty()
                ? null
                : Price.of(plain, currency.isEmpty() ? CURRENCY : currency.toUpperCase(Locale.ROOT));
    }

    private static String text(Sheets.Row row, @Nullable Integer column) {
        return column == null || column >= row.cells().size()
                ? ""
                : CellGuard.unguard(row.cells().get(column));
    }
}
