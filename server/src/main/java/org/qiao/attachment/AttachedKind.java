package org.qiao.attachment;

/** What is attached. */
public enum AttachedKind {
    /** An upload: picture, video or any file. */
    FILE,
    /** An address with words about it. */
    LINK,
    /** Of the album. */
    PRODUCT,
    /** Of the library: article, link, picture or file. */
    MATERIAL
}
