package org.qiao.product;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qiao.directoryimport.Sheets;
import org.qiao.platform.Actor;
import org.qiao.platform.PlatformProblem;
import org.qiao.product.ProductSheet.BadRow;
import org.qiao.product.ProductSheet.Line;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products out of a spreadsheet: looked at first, then written in one transaction. Who has the number of one that is there changes it. */
@Service
class ProductImports {

    private static final int BAD_SHOWN = 200;

    private final Products products;
    private final ProductStore store;
    private final Clock clock;

    ProductImports(Products products, ProductStore store, Clock clock) {
        this.products = products;
        this.store = store;
        this.clock = clock;
    }

    /**
     * What a file does, or has done.
     *
     * @param bad the first rows that are left out
     * @param done false: nothing is written yet
     */
    record ProductImportView(int fresh, int changed, int badRows, List<BadRow> bad, boolean done) {}

    static byte[] bytes(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(Sheets.BYTES_MAX + 1);
        if (bytes.length > Sheets.BYTES_MAX) {
            throw PlatformProblem.TOO_LARGE.problem("max", Sheets.BYTES_MAX);
        }
        return bytes;
    }

    /** @param apply false: only says what would happen */
    @Transactional
    public ProductImportView run(Actor actor, byte[] file, boolean apply) {
        Products.requireAdmin(actor);
        ProductSheet sheet = ProductSheet.of(Sheets.read(file));
        if (apply) {
            store.lockOrder(actor.orgId());
        }
        Map<String, Product> known = known(actor, sheet.lines());
        int changed = (int) sheet.lines().stream()
                .filter(line -> known.containsKey(line.content().number()))
                .count();
        int fresh = sheet.lines().size() - changed;
        ProductRule.requireRoom(store.count(actor.orgId()) + fresh, Products.PRODUCTS_MAX);
        if (apply) {
            write(actor, sheet.lines(), known);
        }
        List<BadRow> bad = sheet.bad();
        return new ProductImportView(
                fresh, changed, bad.size(), bad.subList(0, Math.min(BAD_SHOWN, bad.size())), apply);
    }

    private Map<String, Product> known(Actor actor, List<Line> lines) {
        List<String> numbers = lines.stream()
                .map(line -> line.content().number())
                .filter(number -> !number.isEmpty())
                .toList();
        return store.byNumbers(actor.orgId(), numbers).stream()
                .collect(Collectors.toMap(product -> product.content().number(), product -> product));
    }

    /** New ones come first, in the order of the sheet; those that are there keep their place and pictures. */
    private void write(Actor actor, List<Line> lines, Map<String, Product> known) {
        long position = store.firstPosition(actor.orgId()) - Products.GAP * lines.size();
        for (Line line : lines) {
            Product before = known.get(line.content().number());
            if (before == null) {
                products.insert(actor, line.content(), position);
                position += Products.GAP;
            } else {
                store.update(
                        actor,
                        before.id(),
                        line.content().withPictures(before.content().pictures()),
                        clock.instant());
            }
        }
    }
}
