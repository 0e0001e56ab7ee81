package org.qiao.product;

import java.util.List;

/**
 * Which products stand on a business card.
 *
 * @param products in this order, for CHOSEN
 */
record Showcase(Mode mode, List<Long> products, boolean mayChoose) {

    static final int PRODUCTS_MAX = 9;
    static final Showcase NOTHING = new Showcase(Mode.NONE, List.of(), true);
    static final Showcase AS_COMPANY = new Showcase(Mode.COMPANY, List.of(), true);

    Showcase {
        products = List.copyOf(products);
    }

    enum Mode {
        /** Of an employee: what the company shows. */
        COMPANY,
        NONE,
        CHOSEN,
        /** The whole album. */
        ALL
    }

    /** What stands on the card of an employee who chose so. */
    Showcase on(Showcase own) {
        return mayChoose && own.mode() != Mode.COMPANY ? own : this;
    }
}
