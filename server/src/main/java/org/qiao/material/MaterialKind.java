package org.qiao.material;

/** What a material is. */
public enum MaterialKind {
    TEXT,
    PICTURE,
    FILE,
    LINK,
    ARTICLE;

    /** It is sent as a file of the conversation. */
    boolean isFile() {
        return this == PICTURE || this == FILE;
    }

    /** It is a card that customers open, and whoever sent it sees that they did. */
    boolean isOpened() {
        return this == LINK || this == ARTICLE;
    }
}
