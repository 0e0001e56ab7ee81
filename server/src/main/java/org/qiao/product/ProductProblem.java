package org.qiao.product;

import org.qiao.platform.Kind;
import org.qiao.platform.ProblemCode;

/** Why a request about products is refused. On the wire: "product.bad_name". */
public enum ProductProblem implements ProblemCode {
    /** Not there for the actor: unknown, foreign, taken away, or switched off. */
    NOT_FOUND(Kind.NOT_FOUND),
    /** Administrators keep the album. */
    NOT_ALLOWED(Kind.FORBIDDEN),
    /** More than {@code max} products. */
    TOO_MANY(Kind.CONFLICT),
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** Another product has it. */
    NUMBER_TAKEN(Kind.CONFLICT),
    /** {@code field} is empty, longer than {@code max}, or holds what no text may. */
    BAD_TEXT(Kind.INVALID),
    /** A price without a currency, or in an unknown one. */
    BAD_PRICE(Kind.INVALID),
    BAD_LINK(Kind.INVALID),
    /** An unknown file, somebody else's, or one that is no picture. */
    BAD_PICTURE(Kind.INVALID),
    /** On a card: unknown or switched off for good. */
    UNKNOWN_PRODUCT(Kind.INVALID),
    /** The company decides what stands on cards. */
    NO_CHOICE(Kind.CONFLICT),
    /** No Excel file, a broken one, or one without the column of names. */
    BAD_SHEET(Kind.INVALID);

    private final Kind kind;

    ProductProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
