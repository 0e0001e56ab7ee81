package org.qiao.attachment;

import org.jspecify.annotations.Nullable;
import org.qiao.file.FileView;

/**
 * An attachment before those who write or look at what it stands in.
 *
 * @param id of what is attached, as in the attachment itself
 * @param title name of the file, title of the link or material, name of the product; empty when it is gone
 * @param about a few words about it, as a price or where a link leads
 * @param file the upload, or the picture of the others
 * @param there false: withdrawn meanwhile, customers do not get it
 */
public record AttachedView(
        AttachedKind kind,
        @Nullable Long id,
        String title,
        String about,
        @Nullable FileView file,
        boolean there) {

    @Override
    public String toString() {
        return "AttachedView " + kind + " " + id;
    }
}
