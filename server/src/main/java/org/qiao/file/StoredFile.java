package org.qiao.file;

import java.util.HexFormat;

/** A row of file_upload with its blob. */
record StoredFile(long id, long orgId, byte[] sha256, String name, Blob blob) {

    FileView view() {
        return new FileView(id, name, blob.size(), blob.type(), blob.width(), blob.height(), blob.thumbnail() != null);
    }

    /** Half of the content's hash: enough to tell versions apart. */
    String version() {
        return HexFormat.of().formatHex(sha256, 0, 16);
    }
}
